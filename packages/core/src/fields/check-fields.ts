import { unknownName } from '../base/nearest.js'
import { ProfileError } from '../base/profile-error.js'
import { isProfileField, isReadableBy, type ProfileField, type ProfileLevel, profileFields } from './fields.js'

/**
 * The fields, each once.
 *
 * @throws {ProfileError} `field-unknown`, also for a field that this level does not have; `option-invalid` for a level
 */
export function checkFields<Field extends ProfileField>(
  fields: readonly Field[],
  level: ProfileLevel,
): readonly Field[] {
  if (level !== 'customer' && level !== 'speaker') {
    throw new ProfileError('option-invalid', "level must be 'customer' or 'speaker'.")
  }
  if (!Array.isArray(fields)) {
    throw new ProfileError('field-unknown', "Fields must be an array, such as ['givenName'].")
  }
  for (const field of fields as readonly unknown[]) {
    if (!isProfileField(field)) throw new ProfileError('field-unknown', unknownField(field))
    if (!isReadableBy(level, field)) {
      throw new ProfileError('field-unknown', `Speakers have no ${field}. Read it from the customer instead.`)
    }
  }
  return [...new Set(fields)]
}

function unknownField(field: unknown): string {
  if (typeof field !== 'string') return `A field must be one of these strings: ${profileFields.join(', ')}.`
  return unknownName('field', field, profileFields)
}
