import { randomUUID } from 'node:crypto'
import { profileFields, type SpeakerField } from '@alexa-profile/core'
import { EmulatorError } from '../base/emulator-error.js'
import type { ConsentPermission } from '../wire/consent-request.js'
import type { SkillEventType } from '../wire/skill-event.js'
import { type ConsentCard, createConsentCard } from './consent-card.js'
import { createConsentLedger } from './consent-ledger.js'
import { type CustomerData, createProfileRecord, type ProfileRecord } from './profile-record.js'

/** What Alexa has on file for a recognized speaker: no email address. */
export type SpeakerData = Pick<CustomerData, SpeakerField>

/** An account: its data, its consent, its device, its Alexa app. A customer has the skill enabled from the start. */
export interface Customer extends ProfileRecord {
  /** Another one after the skill was disabled and enabled again. */
  readonly userId: string
  /** Another one after the skill was disabled and enabled again. */
  readonly deviceId: string
  readonly skillEnabled: boolean
  /** Consent cards in the Alexa app, newest last; the latest 10,000. */
  readonly cards: readonly ConsentCard[]
  /** In the order in which they were added: a list of its own, which does not grow. */
  readonly speakers: readonly Speaker[]
  /**
   * Adds a person whose voice Alexa recognizes on this account's device, with data and consent of their own.
   *
   * @param data Default: Ben Example with a number of his own, so that it shows whose data a skill has read.
   * @throws {EmulatorError} `field-unknown` (also for `email`), `option-invalid`
   */
  addSpeaker(data?: SpeakerData): Speaker
  /**
   * Disables the skill in the Alexa app: all consent is gone, also the speakers', and open sessions with it. The skill
   * gets one event, `SkillDisabled`. Does nothing when the skill is disabled.
   */
  disableSkill(): void
  /** Enables the skill again: with a new `userId` and `deviceId`, and without consent. Does nothing when it is enabled. */
  enableSkill(): void
}

/** A person whose voice Alexa recognizes. There is no email address at this level. */
export interface Speaker extends ProfileRecord<SpeakerField> {
  readonly personId: string
  readonly customer: Customer
}

/** A customer as the emulator sees it: it can also be shown a card, and asked by voice. @internal */
export interface Account extends Customer {
  showCard(permissions: readonly string[]): void
  grantByVoice(permissions: readonly ConsentPermission[], speaker: Speaker | undefined): void
}

/** Told of what makes a skill event; `speaker` when it is about that speaker's consent. @internal */
export type AccountListener = (account: Account, type: SkillEventType, speaker?: Speaker) => void

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

const maximumCards = 10_000

/** @internal */
export interface AccountParts {
  readonly declaredScopes: () => ReadonlySet<string>
  readonly happened: AccountListener
  /** Told of every change, also of those that make no skill event. */
  readonly changed: () => void
}

/** @internal */
export function createAccount(data: CustomerData, { declaredScopes, happened, changed }: AccountParts): Account {
  const cards: ConsentCard[] = []
  const speakers: Speaker[] = []
  let ids = newIds()
  let skillEnabled = true
  const ledger = createConsentLedger<Speaker>({
    mayGrant() {
      if (skillEnabled) return
      throw new EmulatorError('skill-disabled', 'There is nothing to consent to; call enableSkill().')
    },
    changed(isFirst, speaker) {
      const name = isFirst ? 'SkillPermissionAccepted' : 'SkillPermissionChanged'
      happened(account, `AlexaSkillEvent.${name}`, speaker)
      changed()
    },
  })

  const record = createProfileRecord(profileFields, data, declaredScopes, ledger.account, changed)
  const account: Account = withMembers(record, {
    get userId() {
      return ids.userId
    },
    get deviceId() {
      return ids.deviceId
    },
    get skillEnabled() {
      return skillEnabled
    },
    cards,
    get speakers() {
      return [...speakers]
    },
    addSpeaker(speakerData: SpeakerData = defaultSpeaker): Speaker {
      const speaker: Speaker = ledger.addPerson((consent) =>
        Object.assign(createProfileRecord(speakerFields, speakerData, declaredScopes, consent, changed), {
          personId: `amzn1.ask.person.${identifier()}`,
          customer: account,
        }),
      )
      speakers.push(speaker)
      changed()
      return speaker
    },
    disableSkill() {
      if (!skillEnabled) return
      skillEnabled = false
      ledger.clear()
      happened(account, 'AlexaSkillEvent.SkillDisabled')
      changed()
    },
    enableSkill() {
      if (skillEnabled) return
      skillEnabled = true
      ids = newIds()
      happened(account, 'AlexaSkillEvent.SkillEnabled')
      changed()
    },
    showCard(permissions: readonly string[]) {
      const grantAll = () => ledger.grant(permissions.map((scope) => ({ scope })))
      cards.push(createConsentCard(permissions, grantAll, changed))
      if (cards.length > maximumCards) cards.shift()
      changed()
    },
    grantByVoice(permissions: readonly ConsentPermission[], speaker: Speaker | undefined) {
      ledger.grant(
        permissions.flatMap(({ permissionScope: scope, consentLevel }) => {
          if (consentLevel === 'ACCOUNT') return [{ scope }]
          return speaker ? [{ scope, person: speaker }] : []
        }),
      )
    },
  })
  return account
}

/** Adds members as they are; a spread or `Object.assign` would read getters once and freeze what they said. */
function withMembers<Target extends object, Members extends object>(
  target: Target,
  members: Members,
): Target & Members {
  return Object.defineProperties(target, Object.getOwnPropertyDescriptors(members)) as Target & Members
}

function newIds(): Pick<Customer, 'userId' | 'deviceId'> {
  return { userId: `amzn1.ask.account.${identifier()}`, deviceId: `amzn1.ask.device.${identifier()}` }
}

function identifier(): string {
  return randomUUID().replaceAll('-', '').toUpperCase()
}
