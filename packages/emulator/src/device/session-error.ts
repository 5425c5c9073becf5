import type { Violation } from '../skill/violation.js'
import type { SessionEndedRequest } from '../wire/request.js'

/** The types are documented; which failure gets which is an inference from their names. */
export function sessionError(violation: Violation | undefined): SessionEndedRequest {
  const skillFailed = violation?.rule.startsWith('skill-')
  const type =
    violation?.rule === 'skill-timeout'
      ? 'ENDPOINT_TIMEOUT'
      : skillFailed
        ? 'INTERNAL_SERVICE_ERROR'
        : 'INVALID_RESPONSE'
  return { type: 'SessionEndedRequest', reason: 'ERROR', error: { type, message: errorMessages[type] } }
}

const errorMessages = {
  INVALID_RESPONSE: 'The response is not valid.',
  ENDPOINT_TIMEOUT: 'The skill did not respond in time.',
  INTERNAL_SERVICE_ERROR: 'The skill failed.',
} as const
