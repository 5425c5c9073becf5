import type { Customer, Emulator, EmulatorOptions, Speaker } from '../index.js'
import type { ConsentPrompts } from './consent-prompts.js'
import type { ConsoleState, HouseholdView, PersonView, SituationView, SkillView } from './console-state.js'
import type { Conversation } from './conversation.js'
import type { Identifiers } from './identifiers.js'
import type { ModelOf } from './interaction-model.js'

export interface StateParts {
  readonly emulator: Emulator
  readonly emulatorOptions: EmulatorOptions
  readonly conversation: Conversation
  readonly prompts: ConsentPrompts
  readonly cardIds: Identifiers
  readonly modelOf: ModelOf
  readonly mailboxUrl: string | undefined
  readonly signing: ConsoleState['signing']
}

const shownCards = 20

/** The state as it is now. */
export function stateView(parts: StateParts): ConsoleState {
  const { emulator, emulatorOptions, conversation, modelOf, signing } = parts
  return {
    skill: skillView(conversation.skill),
    apiEndpoint: emulator.url,
    locale: conversation.locale,
    model: modelOf(conversation.locale),
    skillTimeoutMs: emulatorOptions.skillTimeoutMs ?? 8000,
    households: emulator.customers.map((customer, index) => ({ id: index + 1, name: nameOf(customer, index) })),
    household: householdView(parts),
    declaredScopes: [...emulator.declaredScopes],
    situations: emulator.situations.map(situationView),
    mailbox: parts.mailboxUrl,
    signing: skillView(conversation.skill).kind === 'url' ? signing : undefined,
    certificateAuthority: emulator.certificateAuthority,
  }
}

function householdView({ emulator, conversation, prompts, cardIds }: StateParts): HouseholdView {
  const { customer, device } = conversation
  const { speakers } = customer
  const speakerIndex = device?.speaker ? speakers.indexOf(device.speaker) : -1
  return {
    id: emulator.customers.indexOf(customer) + 1,
    customer: personView(customer),
    skillEnabled: customer.skillEnabled,
    sessionOpen: device?.sessionOpen ?? false,
    busy: conversation.busy,
    speakers: speakers.map((speaker, index) => ({ id: index + 1, ...personView(speaker) })),
    speakerId: speakerIndex < 0 ? undefined : speakerIndex + 1,
    cards: customer.cards.slice(-shownCards).map((card) => ({
      id: cardIds.of(card),
      permissions: card.permissions,
      state: card.state,
    })),
    prompts: prompts.of(customer),
  }
}

function personView({ data, granted }: Pick<Customer | Speaker, 'data' | 'granted'>): PersonView {
  return { data, granted: [...granted] }
}

function nameOf({ data }: Customer, index: number): string {
  return data.givenName ?? data.name ?? `Account ${index + 1}`
}

function skillView(skill: Conversation['skill']): SkillView {
  if (skill === undefined) return { kind: 'none' }
  return typeof skill === 'function' ? { kind: 'function' } : { kind: 'url', url: String(skill) }
}

function situationView({ name, delayMs, ...rest }: Emulator['situations'][number]): SituationView {
  const requests = 'requests' in rest ? rest.requests : undefined
  return { name, delayMs, ...(requests !== undefined && { requests }) }
}
