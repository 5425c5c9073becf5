import { type ConsentAnswer, readConsentAnswer, rememberConsentAnswer, resumeWaiting } from './hear/consent-answer.js'
import type { RequestEnvelope } from './read/envelope.js'

/** For integrations: a consent answer, and the request that it brings back. */
export interface Resumption<Envelope extends RequestEnvelope = RequestEnvelope> {
  readonly consentAnswer: ConsentAnswer
  /** The `handler` of the `HandlerCall` that asked. */
  readonly handler: string
  /**
   * The waiting request, in the context and session of the one that brought the answer. Its session attributes remember
   * that the customer declined: keep them where the framework keeps the session's.
   */
  readonly envelope: Envelope
}

/** For integrations: what brings a waiting request back to its handler; `undefined` for every other request. */
export function resumptionOf<Envelope extends RequestEnvelope>(envelope: Envelope): Resumption<Envelope> | undefined {
  const consentAnswer = readConsentAnswer(envelope)
  if (consentAnswer?.waiting === undefined) return undefined
  const { waiting } = consentAnswer
  const resumed = resumeWaiting(envelope, waiting)
  const { session } = envelope
  // A forged request may come without a session.
  if (session === undefined) return { consentAnswer, handler: waiting.handler, envelope: resumed }
  const attributes = rememberConsentAnswer(session.attributes ?? {}, consentAnswer)
  return { consentAnswer, handler: waiting.handler, envelope: { ...resumed, session: { ...session, attributes } } }
}
