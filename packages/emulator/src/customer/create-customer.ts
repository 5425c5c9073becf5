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

/** A customer as the rest of the emulator sees it. Alexa can also show a card and grant what the skill asked for by voice. */
export interface ManagedCustomer extends Customer {
  showCard(permissions: readonly string[]): void
  grantByVoice(permissions: readonly ConsentPermission[], speaker: Speaker | undefined): void
  /** Leaves a card in the app if Alexa sends the customer there during a voice consent. */
  redirectToApp(permissions: readonly ConsentPermission[], speaker: Speaker | undefined): void
}

const maximumCards = 10_000

export interface CustomerParts {
  readonly declaredScopes: () => ReadonlySet<string>
  /** Called when something causes a skill event, with `speaker` if it is about that speaker's consent. */
  readonly happened: (customer: ManagedCustomer, type: SkillEventType, speaker?: Speaker) => void
  /** Called after every change, including those that cause no skill event. */
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
      throw new EmulatorError(
        'skill-disabled',
        'The customer has disabled the skill, so nothing can be granted. Call enableSkill() first.',
      )
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
        throw new EmulatorError('option-invalid', "speaker must belong to the card's customer.")
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
        throw new EmulatorError('option-invalid', 'linkAccount() requires the access token, a non-empty string.')
      }
      if (!skillEnabled)
        throw new EmulatorError(
          'skill-disabled',
          'The customer has disabled the skill, so no account can be linked. Call enableSkill() first.',
        )
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

/** Grants at the levels that the skill has asked for. Without a speaker, permissions at the level `PERSON` are left out. */
function grantsByVoice(permissions: readonly ConsentPermission[], speaker: Speaker | undefined): Grant<Speaker>[] {
  return permissions.flatMap(({ permissionScope: scope, consentLevel }) => {
    if (consentLevel === 'ACCOUNT') return [{ scope }]
    return speaker ? [{ scope, person: speaker }] : []
  })
}

/** Copies members with their getters. A spread or `Object.assign` would read a getter once and keep that value. */
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
