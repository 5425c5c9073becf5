import { randomUUID } from 'node:crypto'
import { fieldsAt, profileFields } from '@alexa-profile/core'
import { createBoundedList } from '../base/bounded-list.js'
import { EmulatorError } from '../base/emulator-error.js'
import type { ConsentPermission } from '../wire/consent-request.js'
import type { SkillEventType } from '../wire/skill-event.js'
import { createConsentCard, grantsOf } from './consent-card.js'
import { createConsentLedger, type Grant } from './consent-ledger.js'
import type { ConsentCard, Customer, Speaker, SpeakerData } from './customer.js'
import { defaultSpeaker } from './default-data.js'
import type { CustomerData } from './profile-record.js'
import { createProfileRecord } from './profile-record.js'

/** A customer as the rest of the emulator sees it: Alexa can also show a card and grant what was asked by voice. */
export interface ManagedCustomer extends Customer {
  showCard(permissions: readonly string[]): void
  grantByVoice(permissions: readonly ConsentPermission[], speaker: Speaker | undefined): void
  /** Leaves a card in the app for what Alexa has not settled by voice. */
  redirectToApp(permissions: readonly ConsentPermission[], speaker: Speaker | undefined): void
}

const maximumCards = 10_000

export interface CustomerParts {
  readonly declaredScopes: () => ReadonlySet<string>
  /** Called when something makes a skill event; with `speaker` when it is about that speaker's consent. */
  readonly happened: (customer: ManagedCustomer, type: SkillEventType, speaker?: Speaker) => void
  /** Called after every change, also after those that make no skill event. */
  readonly changed: () => void
}

export function createCustomer(
  data: CustomerData,
  { declaredScopes, happened, changed }: CustomerParts,
): ManagedCustomer {
  const cards = createBoundedList<ConsentCard>(maximumCards)
  const speakers: Speaker[] = []
  let ids = newIds()
  let skillEnabled = true
  let linkedAccount: string | undefined
  const ledger = createConsentLedger<Speaker>({
    mayGrant() {
      if (skillEnabled) return
      throw new EmulatorError('skill-disabled', 'There is nothing to consent to; call enableSkill().')
    },
    changed(isFirst, speaker) {
      const name = isFirst ? 'SkillPermissionAccepted' : 'SkillPermissionChanged'
      happened(customer, `AlexaSkillEvent.${name}`, speaker)
      changed()
    },
  })

  function showCard(permissions: readonly string[], grants: readonly Grant<Speaker>[]): void {
    const card = createConsentCard(permissions, {
      grants,
      grantAll: ledger.grant,
      isGranted: ledger.has,
      checkSpeaker(speaker) {
        if (speakers.includes(speaker)) return
        throw new EmulatorError('option-invalid', "speaker must be one of the card's own customer.")
      },
      userId: () => ids.userId,
      changed,
    })
    cards.add(card)
    changed()
  }

  const record = createProfileRecord(profileFields, data, declaredScopes, ledger.customer, changed)
  const customer: ManagedCustomer = withMembers(record, {
    get userId() {
      return ids.userId
    },
    get deviceId() {
      return ids.deviceId
    },
    get skillEnabled() {
      return skillEnabled
    },
    get linkedAccount() {
      return linkedAccount
    },
    linkAccount(accessToken: string) {
      if (typeof accessToken !== 'string' || accessToken === '') {
        throw new EmulatorError('option-invalid', 'linkAccount() takes the access token, a string.')
      }
      if (!skillEnabled) throw new EmulatorError('skill-disabled', 'No account can be linked; call enableSkill().')
      linkedAccount = accessToken
      changed()
    },
    unlinkAccount() {
      linkedAccount = undefined
      changed()
    },
    cards: cards.items,
    get speakers() {
      return [...speakers]
    },
    addSpeaker(speakerData: SpeakerData = defaultSpeaker): Speaker {
      const speaker: Speaker = ledger.addPerson((consent) =>
        Object.assign(createProfileRecord(fieldsAt('speaker'), speakerData, declaredScopes, consent, changed), {
          personId: `amzn1.ask.person.${identifier()}`,
          customer,
        }),
      )
      speakers.push(speaker)
      changed()
      return speaker
    },
    disableSkill() {
      if (!skillEnabled) return
      skillEnabled = false
      linkedAccount = undefined
      ledger.clear()
      happened(customer, 'AlexaSkillEvent.SkillDisabled')
      changed()
    },
    enableSkill() {
      if (skillEnabled) return
      skillEnabled = true
      ids = newIds()
      happened(customer, 'AlexaSkillEvent.SkillEnabled')
      changed()
    },
    showCard: (permissions: readonly string[]) => showCard(permissions, grantsOf(permissions, undefined)),
    grantByVoice(permissions: readonly ConsentPermission[], speaker: Speaker | undefined) {
      ledger.grant(grantsByVoice(permissions, speaker))
    },
    redirectToApp(permissions: readonly ConsentPermission[], speaker: Speaker | undefined) {
      const scopes = [...new Set(permissions.map(({ permissionScope }) => permissionScope))]
      showCard(scopes, grantsByVoice(permissions, speaker))
    },
  })
  return customer
}

/** At the levels that the skill has asked for. Without a speaker, what it asked for at the level `PERSON` is left out. */
function grantsByVoice(permissions: readonly ConsentPermission[], speaker: Speaker | undefined): Grant<Speaker>[] {
  return permissions.flatMap(({ permissionScope: scope, consentLevel }) => {
    if (consentLevel === 'ACCOUNT') return [{ scope }]
    return speaker ? [{ scope, person: speaker }] : []
  })
}

/** Adds members as they are. A spread or `Object.assign` would read getters once and keep that value. */
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
