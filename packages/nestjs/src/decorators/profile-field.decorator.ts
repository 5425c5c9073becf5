import { type ProfileField as Field, ProfileError, type SpeakerField } from '@alexa-profile/core'
import { turnParameter } from './turn-parameter.js'

interface FieldToRead {
  readonly field: Field
  readonly level: 'customer' | 'speaker'
}

const fieldParameter = turnParameter<FieldToRead>(async ({ reader }, { field, level }) => {
  if (reader === undefined) {
    throw new ProfileError('option-invalid', '@ProfileField() needs @UseInterceptors(ProfileInterceptor).')
  }
  // The types allow no email of a speaker, and the reader rejects it.
  const results = level === 'speaker' ? await reader.speaker.read([field as SpeakerField]) : await reader.read([field])
  return (results as Partial<Record<Field, unknown>>)[field]
})

/**
 * Reads one field and hands over the result, without asking the customer for consent: a `ProfileResult<string>`, for
 * `mobileNumber` a `ProfileResult<MobileNumber>`. Several read in parallel; each field is read once in a request.
 *
 * @param level `speaker` for the person whose voice Alexa recognized. Default: `customer`.
 */
export function ProfileField(field: Field, level?: 'customer'): ParameterDecorator
export function ProfileField(field: SpeakerField, level: 'speaker'): ParameterDecorator
export function ProfileField(field: Field, level: 'customer' | 'speaker' = 'customer'): ParameterDecorator {
  return fieldParameter({ field, level }, [])
}
