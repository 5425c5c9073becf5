import { randomUUID } from 'node:crypto'
import { profileFields, type SpeakerField } from '@alexa-profile/core'
import { type ConsentCard, createConsentCard } from './consent-card.js'
import { type CustomerData, createProfileRecord, type ProfileRecord } from './profile-record.js'

/** What Alexa has on file for a recognized speaker: no email address. */
export type SpeakerData = Pick<CustomerData, SpeakerField>

/** An account: its data, its consent, its device, its Alexa app. */
export interface Customer extends ProfileRecord {
  readonly userId: string
  readonly deviceId: string
  /** Consent cards in the Alexa app, newest last. */
  readonly cards: readonly ConsentCard[]
  /**
   * Adds a person whose voice Alexa recognizes on this account's device, with data and consent of their own.
   *
   * @param data Default: Ben Example with a number of his own, so that it shows whose data a skill has read.
   * @throws {EmulatorError} `field-unknown` (also for `email`), `option-invalid`
   */
  addSpeaker(data?: SpeakerData): Speaker
}

/** A person whose voice Alexa recognizes. There is no email address at this level. */
export interface Speaker extends ProfileRecord<SpeakerField> {
  readonly personId: string
  readonly customer: Customer
}

/** A customer as the emulator sees it: it can also be shown a card. @internal */
export interface Account extends Customer {
  showCard(permissions: readonly string[]): void
}

/** @internal */
export const defaultCustomer: CustomerData = {
  name: 'Ann Example',
  givenName: 'Ann',
  email: 'ann@example.com',
  mobileNumber: { countryCode: '+1', phoneNumber: '2065550100' },
}

const defaultSpeaker: SpeakerData = {
  name: 'Ben Example',
  givenName: 'Ben',
  mobileNumber: { countryCode: '+1', phoneNumber: '2065550101' },
}

const speakerFields: readonly SpeakerField[] = ['name', 'givenName', 'mobileNumber']

/** @internal */
export function createAccount(data: CustomerData, declaredScopes: () => ReadonlySet<string>): Account {
  const granted = new Set<string>()
  const record = createProfileRecord(profileFields, data, declaredScopes, granted)
  const cards: ConsentCard[] = []
  // assign, not spread: a spread would read the record's getters once and freeze what they said
  const account: Account = Object.assign(record, {
    userId: `amzn1.ask.account.${identifier()}`,
    deviceId: `amzn1.ask.device.${identifier()}`,
    cards,
    addSpeaker: (speakerData: SpeakerData = defaultSpeaker): Speaker =>
      Object.assign(createProfileRecord(speakerFields, speakerData, declaredScopes), {
        personId: `amzn1.ask.person.${identifier()}`,
        customer: account,
      }),
    showCard(permissions: readonly string[]) {
      cards.push(createConsentCard(permissions, granted))
    },
  })
  return account
}

function identifier(): string {
  return randomUUID().replaceAll('-', '').toUpperCase()
}
