import { type ConsentAnswer, readConsentAnswer } from './hear/consent-answer.js'
import {
  type EnablementEvent,
  type PermissionEvent,
  readEnablementEvent,
  readPermissionEvent,
} from './hear/skill-event.js'

/** For integrations: what a request says about consent. */
export interface Heard {
  /** The consent answer in this request. */
  readonly consentAnswer: ConsentAnswer | undefined
  /** The permissions that the customer grants now, if this request is a permission event. */
  readonly permissionEvent: PermissionEvent | undefined
  /** Whether the customer enabled or disabled the skill, if this request is such an event. */
  readonly enablementEvent: EnablementEvent | undefined
}

/** For integrations: reads on demand, with getters on a prototype that logs and copies do not include. */
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
