import { createProfileClient, type RequestEnvelope, toResponseEnvelope } from '@alexa-profile/core'
import { toE164 } from '@alexa-profile/core/phone'
import { book, sendText } from './booking.js'

// #region after
const client = createProfileClient({ skillName: 'Table Talk' })

export async function handler(envelope: RequestEnvelope) {
  const decision = await client.forRequest(envelope).require({ required: ['email'], optional: ['mobileNumber'] })
  if (decision.action !== 'proceed') {
    return toResponseEnvelope(client.respondTo(decision, { envelope, purpose: 'book your table' }))
  }
  const { email, mobileNumber } = decision.profile
  await book(email)
  const number = mobileNumber && toE164(mobileNumber)
  if (number?.status === 'valid') await sendText(number.e164)
  return toResponseEnvelope({ outputSpeech: { type: 'SSML', ssml: '<speak>Your table is booked.</speak>' } })
}
// #endregion after
