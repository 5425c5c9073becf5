import { isObject, own, type RequestEnvelope } from '@alexa-profile/core'
import type { Turn } from '../turn.js'

/** What takes a consent answer that belongs to no waiting request, and what takes what nothing else takes. */
export const consentAnswerKey = 'ConsentAnswer'
export const fallbackKey = 'Fallback'

export function intentKey(name: string): string {
  return `IntentRequest.${name}`
}

/** Whether Alexa waits for more than an acknowledgement: not outside of a session, and not once it has ended. */
export function wantsAnswer({ session, request }: RequestEnvelope): boolean {
  return isObject(session) && request.type !== 'SessionEndedRequest'
}

/**
 * Finds what takes a turn. A customer's yes or no goes where the request goes that waited for it; if nothing takes that any
 * more, the turn goes back to what Alexa sent, an answer like others.
 */
export function takerOf<Taker>(turn: Turn, takers: ReadonlyMap<string, Taker>): Taker | undefined {
  const taker = takers.get(keyOf(turn.envelope))
  if (taker !== undefined) return taker
  turn.envelope = turn.sent
  const answered = turn.answer && takers.get(consentAnswerKey)
  return answered ?? takers.get(keyOf(turn.sent)) ?? (wantsAnswer(turn.sent) ? takers.get(fallbackKey) : undefined)
}

export function keyOf({ request }: RequestEnvelope): string {
  const name = request.type === 'IntentRequest' ? own(own(request, 'intent'), 'name') : undefined
  return typeof name === 'string' ? intentKey(name) : request.type
}
