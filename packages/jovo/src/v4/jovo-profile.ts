import {
  type ConsentAnswer,
  type EnablementEvent,
  type LevelReader,
  type PermissionEvent,
  type ProfileClient,
  ProfileError,
  type ProfileField,
  type ProfileReader,
  readConsentAnswer,
  readEnablementEvent,
  readPermissionEvent,
} from '@alexa-profile/core'
import type { Jovo } from '@jovotech/framework'
import { timeLeftMs } from '../time-left.js'
import { envelopeOf, isAlexa } from './envelope.js'

/**
 * `this.$profile`: reads the profile of the customer who sent this request. Its functions may be taken apart. On other
 * platforms than Alexa they reject with a `ProfileError` `envelope-invalid`.
 */
export interface JovoProfile extends ProfileReader {
  /** The customer's answer to a voice consent, when this request brings one. */
  readonly consentAnswer: ConsentAnswer | undefined
  /** What the customer grants now, when this request says so. */
  readonly permissionEvent: PermissionEvent | undefined
  /** That the customer enabled or disabled the skill, when this request says so. */
  readonly enablementEvent: EnablementEvent | undefined
}

/** What came with the request is read on demand, by getters that no log and no copy finds. */
export function createJovoProfile(client: ProfileClient, jovo: Jovo): JovoProfile {
  const envelope = envelopeOf(jovo)
  const reader = isAlexa(jovo)
    ? client.forInvocation(jovo, envelope, { timeLeftMs: () => timeLeftMs(lambdaContextOf(jovo)) })
    : { ...refusingReader(jovo), speaker: refusingReader(jovo) }
  const heard = {
    get consentAnswer() {
      return readConsentAnswer(envelope)
    },
    get permissionEvent() {
      return readPermissionEvent(envelope)
    },
    get enablementEvent() {
      return readEnablementEvent(envelope)
    },
  }
  return Object.assign(Object.create(heard), reader)
}

/** Jovo's Lambda server keeps what Lambda called it with. */
function lambdaContextOf({ $server }: Jovo): unknown {
  return 'context' in $server ? $server.context : undefined
}

function refusingReader({ $platform }: Jovo): LevelReader<ProfileField> {
  const refuse = () => {
    const detail = `It came from the platform "${$platform.id}": ask if (this.$alexa) first, or put @Platforms('alexa') on the handler.`
    return Promise.reject(new ProfileError('envelope-invalid', detail))
  }
  return { read: refuse, require: refuse }
}
