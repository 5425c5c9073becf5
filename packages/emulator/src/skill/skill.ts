import { EmulatorError } from '../base/emulator-error.js'
import { checkParameters, type LambdaRuntime } from './lambda-runtime.js'

/**
 * A Lambda-style handler: `async (event, context) => response`, or one that ends its call by its callback or by
 * `context.done`, `succeed` or `fail`, as Lambda supports up to Node 22. The parameter types are open, so that every handler
 * fits.
 */
export type SkillFunction = (event: never, context: never, callback: never) => unknown

/** A function, or the http(s) URL that the skill listens on. */
export type Skill = SkillFunction | string | URL

/**
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
    'A skill must be a function (event, context) => response, or an http(s) URL.',
  )
}
