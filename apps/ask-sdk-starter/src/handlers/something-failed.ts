import { type ErrorHandler, getRequestType } from 'ask-sdk-core'
import { detailsOf, type Log } from '../log.js'
import { responses } from '../responses.js'
import { languageIn } from './language-in.js'

/** Responds to every error of a handler, including a `ProfileError`. */
export function somethingFailed({ log }: { log: Log }): ErrorHandler {
  return {
    canHandle: () => true,
    handle(input, error) {
      const { requestEnvelope, responseBuilder } = input
      log('request-failed', detailsOf(error))
      // Alexa delivers a failed event again. The original message stays out of Lambda's log.
      if (requestEnvelope.session === undefined) throw new Error('The event could not be handled.')
      // Alexa rejects speech after the end of the session.
      if (getRequestType(requestEnvelope) === 'SessionEndedRequest') return responseBuilder.getResponse()
      return responseBuilder.speak(responses[languageIn(input)].failed).withShouldEndSession(true).getResponse()
    },
  }
}
