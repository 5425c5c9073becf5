import { checkOptionNames } from '../base/check-option.js'
import { withoutPrototype } from '../base/own.js'
import { checkFields } from '../fields/check-fields.js'
import type { ProfileField, ProfileLevel } from '../fields/fields.js'
import { fieldsIn, type ProfileRequirement } from './decide.js'

const requirementNames = ['level', 'required', 'optional', 'deadlineMs']
const askingNames = ['consent', 'declaredScopes', 'locale', 'prompts', 'purpose', 'reprompt', 'skillName']

/**
 * Finds mistakes in a handler's requirement when the handler is registered.
 *
 * @param moreNames the names of the integration's own options
 * @throws {ProfileError} `option-unknown`, `option-invalid` for a level, `field-unknown`
 */
export function assertRequirement(
  options: ProfileRequirement<ProfileField, ProfileField> & { readonly level?: ProfileLevel | undefined },
  moreNames: readonly string[],
): void {
  checkOptionNames(options, [...requirementNames, ...askingNames, ...moreNames])
  const { level = 'customer', required, optional } = withoutPrototype(options)
  const fields = fieldsIn({ required, optional })
  checkFields([...fields.required, ...fields.optional], level)
}
