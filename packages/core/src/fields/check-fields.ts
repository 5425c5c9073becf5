import { unknownName } from '../base/nearest.js'
import { ProfileError } from '../base/profile-error.js'
import { isProfileField, isReadableBy, type ProfileField, type ProfileLevel, profileFields } from './fields.js'

/**
 * Returns the fields without duplicates.
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
    throw new ProfileError('field-unknown', "The fields must be an array, such as ['givenName'].")
  }
  for (const field of fields as readonly unknown[]) {
    if (!isProfileField(field)) throw new ProfileError('field-unknown', unknownField(field, level))
    if (!isReadableBy(level, field)) {
      throw new ProfileError('field-unknown', `Speakers have no ${field}. Read it from the customer instead.`)
    }
  }
  return [...new Set(fields)]
}

function unknownField(field: unknown, level: ProfileLevel): string {
  const known = profileFields.filter((name) => isReadableBy(level, name))
  if (typeof field === 'string') return unknownName('field', field, known)
  return `A field must be a string, not ${field === null ? null : typeof field}. Known fields: ${known.join(', ')}.`
}
