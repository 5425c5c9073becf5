import { type AlexaResponse, isEvent, isHeard, toResponseEnvelope } from '@alexa-profile/core'
import { isObject, own } from './own.js'
import { speech } from './speech.js'
import type { Turn } from './turn.js'

/**
 * Turns a handler's return value into the response that Alexa requires. A handler may return:
 *
 * - a string to say, after which the session ends; it is SSML if it is in `<speak>`
 * - a response, from `respondTo` or ask-sdk-core's `ResponseFactory`
 * - a response envelope, `{ version, response, sessionAttributes }`
 * - nothing.
 *
 * Session attributes are kept. Those in a response envelope are added, and `undefined` removes one. Speech that the
 * customer does not hear is left out.
 *
 * @throws {TypeError} for any other value
 */
export function toAlexaResponse(returned: unknown, turn: Turn): object {
  const { envelope } = turn
  if (envelope.request.type === 'SessionEndedRequest' || isEvent(envelope)) return toResponseEnvelope({})
  if (!isResponseEnvelope(returned)) return toResponseEnvelope(toResponse(returned, turn), turn.attributes)
  const sessionAttributes = { ...turn.attributes, ...returned.sessionAttributes }
  return { version: '1.0', ...returned, ...(turn.attributes && { sessionAttributes }) }
}

function isResponseEnvelope(returned: unknown): returned is { response: object; sessionAttributes?: object } {
  return isObject(own(returned, 'response'))
}

function toResponse(returned: unknown, { envelope }: Turn): AlexaResponse {
  if (returned === undefined || returned === null) return {}
  if (typeof own(returned, 'getResponse') === 'function') {
    throw new TypeError('The handler returned a response builder. Return its `getResponse()`.')
  }
  if (isObject(returned) && !Array.isArray(returned)) return returned as AlexaResponse
  if (typeof returned !== 'string') {
    throw new TypeError(
      "The handler returned a value that is not an Alexa response. Return a string to say, a response such as { outputSpeech: { type: 'PlainText', text } }, or nothing.",
    )
  }
  return isHeard(envelope) ? { outputSpeech: speech(returned), shouldEndSession: true } : {}
}
