import type { FieldAt } from '@alexa-profile/core'
import type { ConsentCard } from './consent-card.js'
import type { CustomerData, ProfileRecord } from './profile-record.js'

/** What Alexa has on file for a recognized speaker: no email address. */
export type SpeakerData = Pick<CustomerData, FieldAt<'speaker'>>

/** A customer: their data, consent, device and Alexa app. The skill is enabled from the start. */
export interface Customer extends ProfileRecord {
  /** Changes when the skill is disabled and enabled again. */
  readonly userId: string
  /** Changes when the skill is disabled and enabled again. */
  readonly deviceId: string
  readonly skillEnabled: boolean
  /** The access token of the account that the customer has linked, as requests carry it; undefined without one. */
  readonly linkedAccount: string | undefined
  /**
   * Links an account, as the Alexa app does after the customer has signed in there.
   *
   * @param accessToken That the skill gets as `user.accessToken`.
   * @throws {EmulatorError} `skill-disabled`; `option-invalid` unless it is a string that is not empty.
   */
  linkAccount(accessToken: string): void
  unlinkAccount(): void
  /** Consent cards in the Alexa app, newest last; the latest 10,000. */
  readonly cards: readonly ConsentCard[]
  /** In the order in which they were added: a copy, which does not grow. */
  readonly speakers: readonly Speaker[]
  /**
   * Adds a person whose voice Alexa recognizes on this customer's device, with their own data and consent.
   *
   * @param data Default: Ben Example, with another number than the customer.
   * @throws {EmulatorError} `field-unknown` (also for `email`), `option-invalid`
   */
  addSpeaker(data?: SpeakerData): Speaker
  /**
   * Disables the skill in the Alexa app: all consent is gone, the speakers' and the linked account too, and open sessions end. The skill gets one
   * event, `SkillDisabled`. Does nothing when the skill is already disabled.
   */
  disableSkill(): void
  /** Enables the skill again, with a new `userId` and `deviceId` and without consent. Does nothing when it is enabled. */
  enableSkill(): void
}

/** A person whose voice Alexa recognizes. There is no email address at this level. */
export interface Speaker extends ProfileRecord<FieldAt<'speaker'>> {
  readonly personId: string
  readonly customer: Customer
}
