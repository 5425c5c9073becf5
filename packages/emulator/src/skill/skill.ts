import { EmulatorError } from '../base/emulator-error.js'
import { checkParameters, type LambdaRuntime } from './lambda-runtime.js'

/**
 * A Lambda-style handler: `async (event, context) => response`, or a handler that ends its call with its callback or
 * with `context.done`, `succeed` or `fail`, which Lambda supports up to Node 22. The parameter types accept every
 * handler.
 */
export type SkillFunction = (event: never, context: never, callback: never) => unknown

/** A skill: a function, or the http(s) URL on which the skill listens. */
export type Skill = SkillFunction | string | URL

/**
 * Checks a skill.
 *
 * @throws {EmulatorError} `option-invalid`
 * @internal
 */
export function checkedSkill(skill: Skill, runtime: LambdaRuntime | undefined): Skill {
  if (typeof skill === 'function') {
    checkParameters(skill, runtime)
    return skill
  }
  if (/^https?:/i.test(String(skill)) && URL.canParse(String(skill))) return skill
  throw new EmulatorError(
    'option-invalid',
    'The skill must be a function (event, context) => response, or an http(s) URL.',
  )
}
