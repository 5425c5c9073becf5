import { createAlexaProfile, escapeSsml } from '@alexa-profile/ask-sdk'
import { getIntentName, getRequestType, SkillBuilders } from 'ask-sdk-core'

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

export const skill = SkillBuilders.custom().addRequestHandlers(bookTable).create()
