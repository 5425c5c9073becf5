import { ProfileError } from '../base/profile-error.js'
import { fieldPaths, isProfileField, type ProfileField, type ProfileLevel, profileFields } from './fields.js'

/**
 * The fields, each once.
 *
 * @throws {ProfileError} `field-unknown`, also for a field that this level does not have; `option-invalid` for a level
 */
export function checkFields<Field extends ProfileField>(
  fields: readonly Field[],
  level: ProfileLevel,
): readonly Field[] {
  if (!Object.hasOwn(fieldPaths, level)) {
    throw new ProfileError('option-invalid', "level takes 'customer' or 'speaker'.")
  }
  if (!Array.isArray(fields)) throw new ProfileError('field-unknown', "Fields are an array, such as ['givenName'].")
  for (const field of fields as readonly unknown[]) {
    if (!isProfileField(field)) throw new ProfileError('field-unknown', `There are ${profileFields.join(', ')}.`)
    if (!(field in fieldPaths[level])) {
      throw new ProfileError('field-unknown', `Alexa has no ${field} of a speaker; read it from the customer.`)
    }
  }
  return [...new Set(fields)]
}
