import type { FieldAt } from '@alexa-profile/core'
import type { CustomerData, ProfileRecord } from './profile-record.js'

/** What Alexa has on file for a recognized speaker. There is no email address. */
export type SpeakerData = Pick<CustomerData, FieldAt<'speaker'>>

/** A customer, with their data, consent, device and Alexa app. The skill is enabled from the start. */
export interface Customer extends ProfileRecord {
  /** Changes when the skill is disabled and enabled again. */
  readonly userId: string
  /** Changes when the skill is disabled and enabled again. */
  readonly deviceId: string
  readonly skillEnabled: boolean
  /** The access token of the linked account, as requests carry it. Undefined if no account is linked. */
  readonly linkedAccount: string | undefined
  /**
   * Links an account, as the Alexa app does after the customer has signed in there.
   *
   * @param accessToken The token that the skill gets as `user.accessToken`.
   * @throws {EmulatorError} `skill-disabled`; `option-invalid` unless it is a non-empty string.
   */
  linkAccount(accessToken: string): void
  unlinkAccount(): void
  /** The latest 10,000 consent cards in the Alexa app, newest last. */
  readonly cards: readonly ConsentCard[]
  /** A copy of the list of speakers, in the order in which they were added. */
  readonly speakers: readonly Speaker[]
  /**
   * Adds a person whose voice Alexa recognizes on this customer's device, with their own data and consent.
   *
   * @param data Default: Ben Example, whose number differs from the customer's.
   * @throws {EmulatorError} `field-unknown` (also for `email`), `option-invalid`
   */
  addSpeaker(data?: SpeakerData): Speaker
  /**
   * Disables the skill in the Alexa app. All consent ends, the speakers' too, the account is unlinked, and open
   * sessions end. The skill gets one event, `SkillDisabled`. Does nothing if the skill is already disabled.
   */
  disableSkill(): void
  /** Enables the skill again, with a new `userId` and `deviceId` and without consent. Does nothing if it is enabled. */
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
   * `withdrawn` means that the card was granted, and that one of its permissions is no longer granted because the
   * customer has revoked it or has disabled the skill.
   */
  readonly state: 'open' | 'granted' | 'ignored' | 'withdrawn'
  /**
   * Consents to all permissions of the card. A card has no level, and Amazon does not document what the Alexa app asks
   * for if a recognized speaker triggered the card.
   *
   * @param options With `speaker`, this speaker grants what speakers can grant, and the customer grants the rest, such
   * as the email address. Default: the customer grants everything. On a card that a voice consent left in the app, the
   * default is the levels that the skill has asked for.
   * @throws {EmulatorError} `skill-disabled`; `option-invalid` for a speaker of another customer.
   */
  grant(options?: { readonly speaker?: Speaker | undefined }): void
  /** Ignores the card. It can still be granted later, as in the app. */
  ignore(): void
}
