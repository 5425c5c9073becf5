import { EmulatorError } from '../base/emulator-error.js'

/**
 * A Lambda-style handler: `(event, context) => response`, also async. The parameter types are open, so that every
 * handler fits.
 */
export type SkillFunction = (event: never, context: never) => unknown

/** A function, or the http(s) URL that the skill listens on. */
export type Skill = SkillFunction | string | URL

/**
 * @throws {EmulatorError} `option-invalid`
 * @internal
 */
export function checkedSkill(skill: Skill): Skill {
  if (typeof skill === 'function') {
    if (skill.length < 3) return skill
    const message =
      'This skill takes a callback, as what ask-sdk makes with .lambda(). Hand in (event, context) => skill.invoke(event, context).'
    throw new EmulatorError('option-invalid', message)
  }
  if (/^https?:/i.test(String(skill)) && URL.canParse(String(skill))) return skill
  throw new EmulatorError('option-invalid', 'A skill is a function (event, context) => response, or an http(s) URL.')
}
