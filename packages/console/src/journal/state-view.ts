import type { Customer, Emulator, Speaker } from '@alexa-profile/emulator'
import type { ConsoleState, CustomerView, PersonView, SituationView, SkillView } from '../protocol/console-state.js'
import type { ConsentPrompts } from '../talk/consent-prompts.js'
import type { Conversation } from '../talk/conversation.js'
import type { Identifiers } from '../talk/identifiers.js'
import type { ModelOf } from '../talk/interaction-model.js'

export interface StateParts
  extends Pick<ConsoleState, 'skillTimeoutMs' | 'canUndoStartOver' | 'testFile' | 'mailbox' | 'signing'> {
  readonly emulator: Emulator
  readonly conversation: Conversation
  readonly skill: SkillView
  readonly prompts: ConsentPrompts
  readonly cardIds: Identifiers
  readonly modelOf: ModelOf
}

const shownCards = 20

/** Returns the current state. */
export function stateView(parts: StateParts): ConsoleState {
  const { emulator, conversation, modelOf, skill, skillTimeoutMs, canUndoStartOver, testFile, mailbox, signing } = parts
  return {
    skill,
    apiEndpoint: emulator.url,
    locale: conversation.locale,
    locales: emulator.locales,
    model: modelOf(conversation.locale),
    skillTimeoutMs,
    customers: emulator.customers.map((customer, index) => ({ id: index + 1, name: nameOf(customer, index) })),
    customer: customerView(parts),
    declaredScopes: [...emulator.declaredScopes],
    situations: emulator.situations.map(situationView),
    canUndoStartOver,
    testFile,
    mailbox,
    signing,
    certificateAuthority: emulator.certificateAuthority,
  }
}

function customerView({ emulator, conversation, prompts, cardIds }: StateParts): CustomerView {
  const { customer, device } = conversation
  const { speakers } = customer
  const speakerIndex = device?.speaker ? speakers.indexOf(device.speaker) : -1
  return {
    ...personView(customer),
    id: emulator.customers.indexOf(customer) + 1,
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
  return data.givenName ?? data.name ?? `Customer ${index + 1}`
}

function situationView({ name, delayMs, ...rest }: Emulator['situations'][number]): SituationView {
  const requests = 'requests' in rest ? rest.requests : undefined
  return { name, delayMs, ...(requests !== undefined && { requests }) }
}
