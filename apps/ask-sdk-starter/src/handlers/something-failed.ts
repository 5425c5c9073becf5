import { type ErrorHandler, getRequestType } from 'ask-sdk-core'
import { answers } from '../answers.js'
import { detailsOf, type Log } from '../log.js'

/** Whatever a handler threw, a `ProfileError` too. */
export function somethingFailed({ log }: { log: Log }): ErrorHandler {
  return {
    canHandle: () => true,
    handle({ requestEnvelope, responseBuilder }, error) {
      log('request-failed', detailsOf(error))
      // Alexa refuses words where nobody listens.
      if (getRequestType(requestEnvelope) === 'SessionEndedRequest') return responseBuilder.getResponse()
      return responseBuilder.speak(answers.failed).withShouldEndSession(true).getResponse()
    },
  }
}
