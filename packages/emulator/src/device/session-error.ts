import type { Violation } from '../skill/violation.js'
import type { SessionEndedRequest } from '../wire/request.js'

/**
 * What Alexa says of a skill that threw, sent no JSON or another status, or took too long.
 *
 * @see https://github.com/timheuer/alexa-skills-dotnet/issues/127 (read 2026-11-28)
 * @see https://github.com/alexa/alexa-skills-kit-sdk-for-python/issues/64 (read 2026-11-28)
 */
const dispatchMessage = 'An exception occurred while dispatching the request to the skill.'

/** The end of the session that a violation causes. Where Alexa's own words are not known, the message is the violation's. */
export function sessionError({ rule, message, alexaMessage }: Violation): SessionEndedRequest {
  const type = rule === 'skill-timeout' ? 'ENDPOINT_TIMEOUT' : 'INVALID_RESPONSE'
  const said = alexaMessage ?? (rule.startsWith('skill-') ? dispatchMessage : message)
  return { type: 'SessionEndedRequest', reason: 'ERROR', error: { type, message: said } }
}
