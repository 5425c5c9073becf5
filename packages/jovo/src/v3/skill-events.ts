import { isEvent } from '@alexa-profile/core'
import type { HandleRequest, Jovo } from 'jovo-core'
import { envelopeOf, isAlexa } from './envelope.js'
import { hasHandler, routeOf } from './waiting-request.js'

/**
 * Acknowledges an event without a handler. Jovo fails a request without a handler, and Alexa delivers a failed event
 * again.
 */
export function acknowledgeUnroutedEvent(jovo: Jovo): void {
  if (isAlexaEvent(jovo) && !hasHandler(jovo, routeOf(jovo))) jovo.$type = { ...jovo.$type, optional: true }
}

/** A response from `ON_ERROR` would acknowledge the event, and Alexa would not deliver it again. */
export function failEvent(jovo: Jovo, handleRequest: HandleRequest): void {
  if (isAlexaEvent(jovo)) handleRequest.excludedMiddlewareNames = ['platform.output', 'response']
}

function isAlexaEvent(jovo: Jovo): boolean {
  return isAlexa(jovo) && isEvent(envelopeOf(jovo))
}
