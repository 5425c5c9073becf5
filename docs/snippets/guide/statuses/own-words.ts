import { createAlexaProfile, escapeSsml } from '@alexa-profile/ask-sdk'
import { getRequestType, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'

// #region own-words
const { requireProfile } = createAlexaProfile({
  prompts: {
    tryLater: () => 'Alexa is not telling me your name today. Ask me again in a minute.',
  },
})

const greet = requireProfile(
  { required: ['givenName'], purpose: 'greet you' },
  {
    canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'LaunchRequest',
    handle: (input, { givenName }) => input.responseBuilder.speak(`Hello, ${escapeSsml(givenName)}.`).getResponse(),
    otherwise(input, decision, respond) {
      // A greeting is not worth asking the customer to fill in a name.
      if (decision.action === 'ask-to-fill-in') return input.responseBuilder.speak('Hello.').getResponse()
      return respond()
    },
  },
)
// #endregion own-words

const skill = SkillBuilders.custom().addRequestHandlers(greet).create()
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
