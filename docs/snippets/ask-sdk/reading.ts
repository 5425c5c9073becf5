import { createAlexaProfile, escapeSsml } from '@alexa-profile/ask-sdk'
import { type HandlerInput, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'

const { profileFor } = createAlexaProfile()

// #region greet
const greet = {
  canHandle: ({ requestEnvelope }: HandlerInput) => requestEnvelope.request.type === 'LaunchRequest',
  async handle(input: HandlerInput) {
    const { givenName } = await profileFor(input).read(['givenName'])
    const name = givenName.status === 'available' ? `, ${escapeSsml(givenName.value)}` : ''
    return input.responseBuilder
      .speak(`Welcome back${name}. For which day may I book?`)
      .reprompt('Which day?')
      .getResponse()
  },
}
// #endregion greet

const skill = SkillBuilders.custom().addRequestHandlers(greet).create()
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
