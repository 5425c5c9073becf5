import { type FieldLevel, fields, fieldsAt } from '@alexa-profile/core'
import type { SpeakerData } from './customer.js'
import type { CustomerData } from './profile-record.js'

/** Ann Example, with a sample of each field. */
export const defaultCustomer: CustomerData = samplesOf(['customer', 'device'])

/** Ben Example, whose values differ from the customer's. */
export const defaultSpeaker: SpeakerData = samplesOf(['speaker'])

function samplesOf(levels: readonly FieldLevel[]): CustomerData {
  const samples = levels.flatMap((level) =>
    fieldsAt(level).map((field) => {
      const sample: { readonly [L in FieldLevel]?: unknown } = fields[field].sample
      return [field, sample[level]]
    }),
  )
  return Object.fromEntries(samples)
}
