import { createAlexaProfile, isProfileError } from '@alexa-profile/ask-sdk'
import { type HandlerInput, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { log } from './log.js'

const { profileFor } = createAlexaProfile() // allows Alexa's own hosts only

const greet = {
  canHandle: () => true,
  async handle(input: HandlerInput) {
    const { givenName } = await profileFor(input).read(['givenName'])
    return input.responseBuilder
      .speak(`Hello. I ${givenName.status === 'available' ? 'know' : "don't know"} you.`)
      .getResponse()
  },
}

// #region apologize
const apologize = {
  canHandle: () => true,
  handle(input: HandlerInput, error: Error) {
    log(isProfileError(error) ? `${error.code}: ${error.message}` : error.name)
    if (input.requestEnvelope.session === undefined) throw error // Alexa delivers a failed event again
    return input.responseBuilder.speak('Sorry, something went wrong. Please try again.').getResponse()
  },
}

const skill = SkillBuilders.custom().addRequestHandlers(greet).addErrorHandlers(apologize).create()
// #endregion apologize

export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
