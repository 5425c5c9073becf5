import { isEvent, type RequestEnvelope } from '@alexa-profile/core'
import { isObject, own } from '../own.js'
import type { Turn } from '../turn.js'

/** The keys for consent answers without a waiting request, and for requests without a handler. */
export const consentAnswerKey = 'ConsentAnswer'
export const fallbackKey = 'Fallback'

export function intentKey(name: string): string {
  return `IntentRequest.${name}`
}

/** Whether a request without a handler is a mistake. Events, and all other requests outside a session, are acknowledged. */
export function needsHandler(envelope: RequestEnvelope): boolean {
  return isObject(envelope.session) && envelope.request.type !== 'SessionEndedRequest' && !isEvent(envelope)
}

/**
 * Finds the handler of a turn. A consent answer goes to the handler of the waiting request. If that no longer exists,
 * the turn is reset to what Alexa sent.
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
