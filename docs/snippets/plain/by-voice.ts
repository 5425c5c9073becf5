import {
  createProfileClient,
  escapeSsml,
  type RequestEnvelope,
  readConsentAnswer,
  rememberAnswer,
  resumeWaiting,
  toResponseEnvelope,
} from '@alexa-profile/core'

const emulator = process.env.ALEXA_PROFILE_ENDPOINT // in development only
const client = createProfileClient({ skillName: 'Table Talk', allowedEndpoints: emulator ? [emulator] : [] })
const words = { purpose: 'book your table' }

type Envelope = RequestEnvelope & { readonly session?: { readonly attributes?: Record<string, unknown> } }

export async function handler(envelope: Envelope) {
  const answer = readConsentAnswer(envelope)
  if (answer === undefined) return book(envelope, 'voice')
  if (answer.answer === 'accepted' && answer.waiting) return book(resumeWaiting(envelope, answer.waiting), 'card')

  const attributes = rememberAnswer(envelope.session?.attributes ?? {}, answer)
  return toResponseEnvelope(client.respondToAnswer(answer, { ...words, envelope }), attributes)
}

async function book(envelope: Envelope, consent: 'voice' | 'card') {
  const decision = await client.forRequest(envelope).require({ required: ['givenName'] })
  if (decision.action !== 'proceed') {
    return toResponseEnvelope(client.respondTo(decision, { ...words, envelope, consent }))
  }
  const ssml = `<speak>Thank you, ${escapeSsml(decision.profile.givenName)}, your table is booked.</speak>`
  return toResponseEnvelope({ outputSpeech: { type: 'SSML', ssml }, shouldEndSession: true })
}
