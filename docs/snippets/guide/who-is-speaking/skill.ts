import { createAlexaProfile, escapeSsml, speakerName } from '@alexa-profile/ask-sdk'
import { getRequestType, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'

const { requireProfile } = createAlexaProfile()

// #region greet
const greet = requireProfile(
  { level: 'speaker', required: ['givenName'] },
  {
    canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'LaunchRequest',
    handle: ({ responseBuilder }, { givenName }) =>
      responseBuilder.speak(`Welcome back, ${escapeSsml(givenName)}.`).getResponse(),
    otherwise({ requestEnvelope, responseBuilder }) {
      const personId = requestEnvelope.context.System.person?.personId
      // Alexa inserts the name. The skill does not get it, so it needs no consent.
      if (personId) return responseBuilder.speak(`Welcome back, ${speakerName({ personId })}.`).getResponse()
      return responseBuilder.speak('Welcome to Table Talk.').getResponse()
    },
  },
)
// #endregion greet

const skill = SkillBuilders.custom().addRequestHandlers(greet).create()
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
