import { createProfileClient, escapeSsml, type RequestEnvelope, toResponseEnvelope } from '@alexa-profile/core'
import { book } from './book.js'

const client = createProfileClient({ skillName: 'Table Talk' })

export async function handler(envelope: RequestEnvelope) {
  const decision = await client.forRequest(envelope).require({
    required: ['givenName', 'email'],
    optional: ['mobileNumber'],
  })
  if (decision.action !== 'proceed') {
    return toResponseEnvelope(client.respondTo(decision, { envelope, purpose: 'book your table' }))
  }
  const { givenName, email, mobileNumber } = decision.profile
  await book(email, mobileNumber?.phoneNumber)
  const ssml = `<speak>Thank you, ${escapeSsml(givenName)}, your table is booked.</speak>`
  return toResponseEnvelope({ outputSpeech: { type: 'SSML', ssml }, shouldEndSession: true })
}
