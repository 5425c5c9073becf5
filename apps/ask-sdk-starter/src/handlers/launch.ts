import { getRequestType, type RequestHandler } from 'ask-sdk-core'
import { answers } from '../answers.js'

export const launch: RequestHandler = {
  canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'LaunchRequest',
  handle: ({ responseBuilder }) => responseBuilder.speak(answers.welcome).reprompt(answers.whatNow).getResponse(),
}
