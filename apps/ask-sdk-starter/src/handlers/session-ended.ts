import { getRequest, getRequestType, type RequestHandler } from 'ask-sdk-core'
import type { SessionEndedRequest } from 'ask-sdk-model'
import type { Log } from '../log.js'

/** Nobody hears an answer any more. Alexa tells here what it did not like about the one before. */
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
