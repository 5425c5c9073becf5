import { createAlexaProfile } from '@alexa-profile/ask-sdk'
import type { Emulator } from '@alexa-profile/emulator'
import { SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'

export function createSkill({ url }: Emulator) {
  const { requireProfile } = createAlexaProfile({ skillName: 'Consumer', allowedEndpoints: [url] })
  const handler = requireProfile(
    { required: ['email'], purpose: 'write to you' },
    {
      canHandle: ({ requestEnvelope: { request } }) =>
        request.type === 'IntentRequest' && request.intent.name === 'EmailIntent',
      handle(input, profile) {
        const email: string = profile.email
        return input.responseBuilder.speak(`I will write to ${email}.`).getResponse()
      },
    },
  )
  const skill = SkillBuilders.custom().addRequestHandlers(handler).create()
  return (envelope: RequestEnvelope, context: unknown) => skill.invoke(envelope, context)
}
