import type { HandleRequest, Jovo } from 'jovo-core'
import { hasHandler, routeOf } from './waiting-request.js'

/** Also asked of requests that failed before they got their `$profile`. */
function isSkillEvent({ $profile }: Partial<Jovo>): boolean {
  return ($profile?.permissionEvent ?? $profile?.enablementEvent) !== undefined
}

/** Jovo fails a request without a handler, and Alexa sends a failed event again. */
export function acknowledgeUnroutedEvent(jovo: Jovo): void {
  if (isSkillEvent(jovo) && !hasHandler(jovo, routeOf(jovo))) jovo.$type = { ...jovo.$type, optional: true }
}

/** What `ON_ERROR` says would be an acknowledgement, and Alexa would not send the event again. */
export function failEvent(jovo: Jovo, handleRequest: HandleRequest): void {
  if (isSkillEvent(jovo)) handleRequest.excludedMiddlewareNames = ['platform.output', 'response']
}
