import { createProfileClient, type RequestEnvelope, toResponseEnvelope } from '@alexa-profile/core'
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
  return toResponseEnvelope(await book(givenName, email, mobileNumber?.phoneNumber))
}
