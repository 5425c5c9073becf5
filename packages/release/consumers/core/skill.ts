import { createProfileClient, type RequestEnvelope, respondTo, toResponseEnvelope } from '@alexa-profile/core'
import type { Emulator } from '@alexa-profile/emulator'

export function createSkill({ url }: Emulator) {
  const client = createProfileClient({ allowedEndpoints: [url] })
  return async (envelope: RequestEnvelope) => {
    const decision = await client.forRequest(envelope).require({ required: ['email'] })
    if (decision.action !== 'proceed') {
      const { locale } = envelope.request
      return toResponseEnvelope(
        respondTo(decision, { locale: locale || 'en-US', skillName: 'Consumer', purpose: 'write to you' }),
      )
    }
    const email: string = decision.profile.email
    return toResponseEnvelope({ outputSpeech: { type: 'SSML', ssml: `<speak>I will write to ${email}.</speak>` } })
  }
}
