import { createAlexaProfile, escapeSsml } from '@alexa-profile/ask-sdk'
import { getIntentName, getRequestType, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'

const { requireProfile } = createAlexaProfile({ skillName: 'Table Talk' })

const bookTable = requireProfile(
  { required: ['givenName', 'email'], purpose: 'book your table' },
  {
    canHandle: ({ requestEnvelope }) =>
      getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'BookTableIntent',
    handle: (input, { givenName }) =>
      input.responseBuilder.speak(`Thank you, ${escapeSsml(givenName)}, your table is booked.`).getResponse(),
  },
)

const skill = SkillBuilders.custom().addRequestHandlers(bookTable).create()
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
