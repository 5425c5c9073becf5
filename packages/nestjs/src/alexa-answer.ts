import { type AlexaResponse, isObject, own, toResponseEnvelope } from '@alexa-profile/core'
import { wantsAnswer } from './routing/request-key.js'
import { speech } from './speech.js'
import type { Turn } from './turn.js'

/**
 * Gives what a handler returned the shape that Alexa wants. A handler may return
 *
 * - a text to say, after which the session ends; SSML where it is in `<speak>`
 * - the inner `response` of an answer, as ask-sdk-core's `ResponseFactory` and `respondTo` make it
 * - a whole answer, `{ version, response, sessionAttributes }`
 * - nothing.
 *
 * Session attributes live on; those of a whole answer are added, `undefined` removes one. What nobody can hear is left out.
 *
 * @throws {TypeError} when it is none of these
 */
export function toAlexaAnswer(returned: unknown, turn: Turn): object {
  const { type } = turn.envelope.request
  if (type === 'SessionEndedRequest' || type.startsWith('AlexaSkillEvent.')) return toResponseEnvelope({})
  if (!isWholeAnswer(returned)) return toResponseEnvelope(toResponse(returned, turn), turn.attributes)
  const sessionAttributes = { ...turn.attributes, ...returned.sessionAttributes }
  return { version: '1.0', ...returned, ...(turn.attributes && { sessionAttributes }) }
}

function isWholeAnswer(returned: unknown): returned is { response: object; sessionAttributes?: object } {
  return isObject(own(returned, 'response'))
}

function toResponse(returned: unknown, { envelope }: Turn): AlexaResponse {
  if (returned === undefined || returned === null) return {}
  if (isObject(returned) && !Array.isArray(returned)) return returned as AlexaResponse
  if (typeof returned !== 'string') {
    throw new TypeError(
      "A handler returned what is no answer to Alexa. Return a text to say, a response such as { outputSpeech: { type: 'PlainText', text } }, or nothing.",
    )
  }
  return wantsAnswer(envelope) ? { outputSpeech: speech(returned), shouldEndSession: true } : {}
}
