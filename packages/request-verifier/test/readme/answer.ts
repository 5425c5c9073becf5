import type { RequestEnvelope } from '@alexa-profile/request-verifier'

export async function answer({ request }: RequestEnvelope) {
  return { version: '1.0', response: { outputSpeech: { type: 'PlainText', text: `You said ${request.type}.` } } }
}
