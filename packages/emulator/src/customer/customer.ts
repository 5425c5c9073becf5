import type { FieldAt } from '@alexa-profile/core'
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

/** A card in the Alexa app that asks for permissions. */
export interface ConsentCard {
  readonly permissions: readonly string[]
  /**
   * `withdrawn` when it was granted, and one of its permissions is not granted any more: the customer has revoked it, or has
   * disabled the skill.
   */
  readonly state: 'open' | 'granted' | 'ignored' | 'withdrawn'
  /**
   * Consents to all permissions of the card. A card has no level, and what the Alexa app asks for when a recognized speaker
   * triggered the card is not documented.
   *
   * @param options `speaker`: grants for this speaker what speakers can grant, and the rest, such as the email address, for
   * the customer. Default: everything for the customer; on a card that a voice consent left in the app, at the levels that
   * the skill has asked for.
   * @throws {EmulatorError} `skill-disabled`; `option-invalid` for a speaker of another customer.
   */
  grant(options?: { readonly speaker?: Speaker | undefined }): void
  /** Leaves the card alone. It can still be granted later, as in the app. */
  ignore(): void
}
