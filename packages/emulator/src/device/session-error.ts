import type { Violation } from '../skill/violation.js'
import type { SessionEndedRequest } from '../wire/request.js'

/**
 * Alexa's message about a skill that threw, took too long, did not send JSON, or sent a status other than 200.
 *
 * @see https://github.com/timheuer/alexa-skills-dotnet/issues/127 (read 2026-11-28)
 * @see https://github.com/alexa/alexa-skills-kit-sdk-for-python/issues/64 (read 2026-11-28)
 */
const dispatchMessage = 'An exception occurred while dispatching the request to the skill.'

/** Creates the end of the session that a violation causes. If Alexa's own message is not known, it contains the violation's. */
export function sessionError({ rule, message, alexaMessage }: Violation): SessionEndedRequest {
  const type = rule === 'skill-timeout' ? 'ENDPOINT_TIMEOUT' : 'INVALID_RESPONSE'
  const said = alexaMessage ?? (rule.startsWith('skill-') ? dispatchMessage : message)
  return { type: 'SessionEndedRequest', reason: 'ERROR', error: { type, message: said } }
}
