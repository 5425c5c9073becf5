import { type Heard, heardIn, lambdaTimeLeftMs, type ProfileClient, type ProfileReader } from '@alexa-profile/core'
import type { Jovo } from '@jovotech/framework'
import { refusingReader } from '../refusing-reader.js'
import { envelopeOf, isAlexa } from './envelope.js'

/**
 * `this.$profile`: reads the profile of the customer behind this request. Its functions can be destructured. On
 * platforms other than Alexa, they reject with a `ProfileError` `envelope-invalid`.
 */
export interface JovoProfile extends ProfileReader, Heard {}

export function createJovoProfile(client: ProfileClient, jovo: Jovo): JovoProfile {
  const envelope = envelopeOf(jovo)
  const reader = isAlexa(jovo)
    ? client.forInvocation(jovo, envelope, { timeLeftMs: () => lambdaTimeLeftMs(lambdaContextOf(jovo)) })
    : refusingReader(jovo.$platform.id, "Check this.$alexa first, or put @Platforms('alexa') on the handler.")
  return Object.assign(Object.create(heardIn(envelope)), reader)
}

/** Jovo's Lambda server keeps the arguments of its call. */
function lambdaContextOf({ $server }: Jovo): unknown {
  return 'context' in $server ? $server.context : undefined
}
