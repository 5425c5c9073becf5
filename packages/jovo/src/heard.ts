import {
  type ConsentAnswer,
  type EnablementEvent,
  type PermissionEvent,
  readConsentAnswer,
  readEnablementEvent,
  readPermissionEvent,
} from '@alexa-profile/core'

/** What a request says of consent by itself. */
export interface Heard {
  /** The customer's answer to a voice consent, when this request brings one. */
  readonly consentAnswer: ConsentAnswer | undefined
  /** What the customer grants now, when this request says so. */
  readonly permissionEvent: PermissionEvent | undefined
  /** That the customer enabled or disabled the skill, when this request says so. */
  readonly enablementEvent: EnablementEvent | undefined
}

/** A prototype for `$profile`: it reads on demand, by getters that no log and no copy finds. */
export function heardIn(envelope: unknown): Heard {
  return {
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
}
