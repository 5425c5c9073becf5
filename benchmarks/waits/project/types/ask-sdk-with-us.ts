import { createAlexaProfile } from '@alexa-profile/ask-sdk'
import { getIntentName, getRequestType, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'

const { requireProfile } = createAlexaProfile({ skillName: 'Table Talk' })

const bookTable = requireProfile(
  { required: ['givenName', 'email'] },
  {
    canHandle: ({ requestEnvelope }) =>
      getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'BookTableIntent',
    handle: ({ responseBuilder }, { givenName, email }) =>
      responseBuilder.speak(`Thank you, ${givenName}. I'll write to ${email}.`).getResponse(),
  },
)

const skill = SkillBuilders.custom().addRequestHandlers(bookTable).create()

export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
