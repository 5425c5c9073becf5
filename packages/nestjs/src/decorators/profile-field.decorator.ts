import { type ProfileField as Field, ProfileError, type SpeakerField } from '@alexa-profile/core'
import { turnParameter } from './turn-parameter.js'

type FieldToRead =
  | readonly [field: Field, level?: 'customer' | undefined]
  | readonly [field: SpeakerField, level: 'speaker']

const fieldParameter = turnParameter<FieldToRead>(async ({ reader }, target) => {
  if (reader === undefined) {
    throw new ProfileError('setup-invalid', '@ProfileField() needs @UseInterceptors(ProfileInterceptor).')
  }
  const results: Partial<Record<Field, unknown>> =
    target[1] === 'speaker' ? await reader.speaker.read([target[0]]) : await reader.read([target[0]])
  return results[target[0]]
})

/**
 * Reads one field and injects the result, without asking the customer for consent: a `ProfileResult<string>`, a
 * `ProfileResult<MobileNumber>` for `mobileNumber`, a `ProfileResult<Address>` for `address`. Several fields are read
 * in parallel, and each is read once per request.
 *
 * @param level `speaker` for the person whose voice Alexa recognized. The device's fields are the same for both.
 *   Default: `customer`.
 */
export function ProfileField(field: Field, level?: 'customer'): ParameterDecorator
export function ProfileField(field: SpeakerField, level: 'speaker'): ParameterDecorator
export function ProfileField(...target: FieldToRead): ParameterDecorator {
  return fieldParameter(target, [])
}
