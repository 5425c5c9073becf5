import { getRequestType, type RequestHandler } from 'ask-sdk-core'
import { answers } from '../answers.js'

export const launch: RequestHandler = {
  canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'LaunchRequest',
  handle: ({ requestEnvelope, responseBuilder }) =>
    responseBuilder
      .speak(answers.welcome(requestEnvelope.context.System.person?.personId))
      .reprompt(answers.whatNow)
      .getResponse(),
}
