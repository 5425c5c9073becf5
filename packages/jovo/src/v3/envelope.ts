import type { RequestEnvelope } from '@alexa-profile/core'
import type { Jovo } from 'jovo-core'

export function isAlexa(jovo: Jovo): boolean {
  return jovo.getPlatformType() === 'Alexa'
}

/** The envelope that Alexa posted, with the current session attributes. */
export function envelopeOf(jovo: Jovo): RequestEnvelope {
  const envelope = { ...jovo.$request } as unknown as RequestEnvelope
  if (envelope.session === undefined) return envelope
  return { ...envelope, session: { ...envelope.session, attributes: jovo.$session.$data } } as RequestEnvelope
}
