import { isEvent, type RequestEnvelope } from '@alexa-profile/core'
import { isObject, own } from '../own.js'
import type { Turn } from '../turn.js'

/** What takes a consent answer that belongs to no waiting request, and what takes what nothing else takes. */
export const consentAnswerKey = 'ConsentAnswer'
export const fallbackKey = 'Fallback'

export function intentKey(name: string): string {
  return `IntentRequest.${name}`
}

/** Whether a request without a handler is a mistake. Events, and all else outside of a session, are acknowledged. */
export function needsHandler(envelope: RequestEnvelope): boolean {
  return isObject(envelope.session) && envelope.request.type !== 'SessionEndedRequest' && !isEvent(envelope)
}

/**
 * Finds what takes a turn. A consent answer goes where the waiting request goes. If nothing takes that any more, the turn goes
 * back to what Alexa sent.
 */
export function takerOf<Taker>(turn: Turn, takers: ReadonlyMap<string, Taker>): Taker | undefined {
  const taker = takers.get(keyOf(turn.envelope))
  if (taker !== undefined) return taker
  turn.envelope = turn.sent
  const answered = turn.consentAnswer && takers.get(consentAnswerKey)
  return answered ?? takers.get(keyOf(turn.sent)) ?? (needsHandler(turn.sent) ? takers.get(fallbackKey) : undefined)
}

export function keyOf({ request }: RequestEnvelope): string {
  const name = request.type === 'IntentRequest' ? own(own(request, 'intent'), 'name') : undefined
  return typeof name === 'string' ? intentKey(name) : request.type
}
