import { getRequestType, type RequestHandler } from 'ask-sdk-core'
import { responses } from '../responses.js'
import { languageIn } from './language-in.js'

export const launch: RequestHandler = {
  canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'LaunchRequest',
  handle(input) {
    const { welcome, whatNow } = responses[languageIn(input)]
    const personId = input.requestEnvelope.context.System.person?.personId
    return input.responseBuilder.speak(welcome(personId)).reprompt(whatNow).getResponse()
  },
}
