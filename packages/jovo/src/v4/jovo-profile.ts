import { type Heard, heardIn, lambdaTimeLeftMs, type ProfileClient, type ProfileReader } from '@alexa-profile/core'
import type { Jovo } from '@jovotech/framework'
import { refusingReader } from '../refusing-reader.js'
import { envelopeOf, isAlexa } from './envelope.js'

/**
 * `this.$profile`: reads the profile of the customer who sent this request. Its functions may be taken apart. On other
 * platforms than Alexa they reject with a `ProfileError` `envelope-invalid`.
 */
export interface JovoProfile extends ProfileReader, Heard {}

export function createJovoProfile(client: ProfileClient, jovo: Jovo): JovoProfile {
  const envelope = envelopeOf(jovo)
  const reader = isAlexa(jovo)
    ? client.forInvocation(jovo, envelope, { timeLeftMs: () => lambdaTimeLeftMs(lambdaContextOf(jovo)) })
    : refusingReader(jovo.$platform.id, "ask if (this.$alexa) first, or put @Platforms('alexa') on the handler.")
  return Object.assign(Object.create(heardIn(envelope)), reader)
}

/** Jovo's Lambda server keeps what Lambda called it with. */
function lambdaContextOf({ $server }: Jovo): unknown {
  return 'context' in $server ? $server.context : undefined
}
