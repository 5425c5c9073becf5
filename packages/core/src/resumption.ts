import { type ConsentAnswer, readConsentAnswer, rememberConsentAnswer, resumeWaiting } from './hear/consent-answer.js'
import type { RequestEnvelope } from './read/envelope.js'

/** For integrations: a consent answer, and the request that it resumes. */
export interface Resumption<Envelope extends RequestEnvelope = RequestEnvelope> {
  readonly consentAnswer: ConsentAnswer
  /** The `handler` of the `HandlerCall` that asked. */
  readonly handler: string
  /**
   * The waiting request, in the context and session of the request with the consent answer. Its session attributes
   * record that the customer declined: store them as the framework's session attributes.
   */
  readonly envelope: Envelope
}

/**
 * For integrations: returns the waiting request and its handler for a request with a consent answer, and `undefined`
 * for every other request.
 */
export function resumptionOf<Envelope extends RequestEnvelope>(envelope: Envelope): Resumption<Envelope> | undefined {
  const consentAnswer = readConsentAnswer(envelope)
  if (consentAnswer?.waiting === undefined) return undefined
  const { waiting } = consentAnswer
  const resumed = resumeWaiting(envelope, waiting)
  const { session } = envelope
  // A forged request may have no session.
  if (session === undefined) return { consentAnswer, handler: waiting.handler, envelope: resumed }
  const attributes = rememberConsentAnswer(session.attributes ?? {}, consentAnswer)
  return { consentAnswer, handler: waiting.handler, envelope: { ...resumed, session: { ...session, attributes } } }
}
