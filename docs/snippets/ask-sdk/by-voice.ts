import { createAlexaProfile, escapeSsml } from '@alexa-profile/ask-sdk'
import { getIntentName, getRequestType, getSlotValue, type HandlerInput, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'

const { requireProfile } = createAlexaProfile({ skillName: 'Table Talk' })

const dayOf = (input: HandlerInput) => getSlotValue(input.requestEnvelope, 'date')

// #region handler
const bookTable = requireProfile(
  { required: ['givenName'], purpose: 'book your table', consent: 'voice' },
  {
    canHandle: ({ requestEnvelope }) =>
      getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'BookTableIntent',
    handle: (input, { givenName }) =>
      input.responseBuilder.speak(`Thank you, ${escapeSsml(givenName)}. Booked for ${dayOf(input)}.`).getResponse(),
    declined: (input) => input.responseBuilder.speak(`Booked for ${dayOf(input)}, without a name.`).getResponse(),
    async otherwise(input, decision, respond) {
      if (decision.action !== 'try-later') return respond()
      return input.responseBuilder.speak(`Booked for ${dayOf(input)}. I could not look up your name.`).getResponse()
    },
  },
)
// #endregion handler

const skill = SkillBuilders.custom().addRequestHandlers(bookTable).create()
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
