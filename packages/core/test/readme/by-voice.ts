import {
  createProfileClient,
  escapeSsml,
  isDeclined,
  type RequestEnvelope,
  readConsentAnswer,
  rememberConsentAnswer,
  resumeWaiting,
  toResponseEnvelope,
} from '@alexa-profile/core'
import { book } from './book.js'

const client = createProfileClient({ skillName: 'Table Talk' })
const words = { purpose: 'book your table' }

export async function handler(envelope: RequestEnvelope) {
  const answer = readConsentAnswer(envelope)
  if (answer === undefined) return bookTable(envelope, 'voice')
  if (answer.waiting && !isDeclined(answer)) return bookTable(resumeWaiting(envelope, answer.waiting), 'card')

  const attributes = rememberConsentAnswer(envelope.session?.attributes ?? {}, answer)
  return toResponseEnvelope(client.respondToConsentAnswer(answer, { ...words, envelope }), attributes)
}

async function bookTable(envelope: RequestEnvelope, consent: 'voice' | 'card') {
  const decision = await client.forRequest(envelope).require({ required: ['givenName', 'email'] })
  if (decision.action !== 'proceed') {
    return toResponseEnvelope(client.respondTo(decision, { ...words, envelope, consent }))
  }
  const { givenName, email } = decision.profile
  await book(email)
  const ssml = `<speak>Thank you, ${escapeSsml(givenName)}, your table is booked.</speak>`
  return toResponseEnvelope({ outputSpeech: { type: 'SSML', ssml }, shouldEndSession: true })
}
