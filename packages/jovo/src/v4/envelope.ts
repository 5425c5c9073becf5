import type { RequestEnvelope } from '@alexa-profile/core'
import type { Jovo } from '@jovotech/framework'

export function isAlexa(jovo: Jovo): boolean {
  return jovo.$platform.id === 'alexa'
}

/** The envelope that Alexa posted, with the session attributes that a skill sees. Jovo wraps them in its own. */
export function envelopeOf(jovo: Jovo): RequestEnvelope {
  const envelope = { ...jovo.$request } as unknown as RequestEnvelope
  if (envelope.session === undefined) return envelope
  return { ...envelope, session: { ...envelope.session, attributes: jovo.$session.data } } as RequestEnvelope
}
