import { getRequest, getRequestType, type RequestHandler } from 'ask-sdk-core'
import type { SessionEndedRequest } from 'ask-sdk-model'
import type { Log } from '../log.js'

/**
 * Acknowledges the end of a session. The customer does not hear the response. Its `error` says why Alexa rejected the
 * previous response.
 */
export function sessionEnded({ log }: { log: Log }): RequestHandler {
  return {
    canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'SessionEndedRequest',
    handle({ requestEnvelope, responseBuilder }) {
      const { reason, error } = getRequest<SessionEndedRequest>(requestEnvelope)
      if (error) log('session-ended', { name: reason, code: error.type })
      return responseBuilder.getResponse()
    },
  }
}
