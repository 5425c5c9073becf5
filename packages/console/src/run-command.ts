import type {
  Customer,
  CustomerData,
  Emulator,
  EventSituationName,
  ProfileRecord,
  SituationName,
  Speaker,
  Turn,
} from '@alexa-profile/emulator'
import type { TurnLog } from './journal/turn-log.js'
import { CommandRefused } from './protocol/command-refused.js'
import type { ConsoleCommandName, ConsoleCommands, ProfileDataInput } from './protocol/console-command.js'
import type { Conversation } from './talk/conversation.js'
import { isEventSituation } from './talk/event-situation.js'
import type { Identifiers } from './talk/identifiers.js'
import type { StartOver } from './talk/start-over.js'

/** Runs a command. @returns The turn, if the command made the device take one. */
export type RunCommand = <Name extends ConsoleCommandName>(
  name: Name,
  body: ConsoleCommands[Name],
) => Promise<Turn | undefined>

export interface CommandParts {
  readonly emulator: Emulator
  readonly conversation: Conversation
  readonly journalTurns: Pick<TurnLog, 'json'>
  readonly cardIds: Identifiers
  readonly startOver: Pick<StartOver, 'run' | 'undo'>
  readonly saveTest: () => Promise<void>
}

type TurnCommandName = 'open' | 'say' | 'intent' | 'silence' | 'answer-consent' | 'end' | 'replay'
type TurnCommands = { [Name in TurnCommandName]: (body: ConsoleCommands[Name]) => Promise<Turn> }
type ChangeCommands = {
  [Name in Exclude<ConsoleCommandName, TurnCommandName>]: (body: ConsoleCommands[Name]) => void | Promise<void>
}

export function commandRunner({ emulator, conversation, journalTurns, cardIds, ...parts }: CommandParts): RunCommand {
  const turns: TurnCommands = {
    open: () => conversation.take((device) => device.open()),
    say: ({ words }) => conversation.take((device) => device.say(words)),
    intent: ({ intent, slots }) => conversation.take((device) => device.intent(intent, slots)),
    silence: () => conversation.take((device) => device.silence()),
    'answer-consent': ({ answer }) => conversation.take((device) => device.answerConsent(answer)),
    end: () => conversation.take((device) => device.end()),
    replay({ turnId, edited }) {
      const json = journalTurns.json(turnId)
      if (json === undefined) throw new CommandRefused('This turn is no longer stored. Replay a later turn.')
      // A request that a device of this emulator has sent or the developer has changed. Null for a turn without a
      // request.
      const sent = (json.request ?? undefined) as Turn['request']
      return conversation.take((device) => device.replay({ request: edited && sent ? edit(sent, edited) : sent }))
    },
  }

  const changes: ChangeCommands = {
    'start-over': parts.startOver.run,
    'undo-start-over': parts.startOver.undo,
    'set-locale'({ locale }) {
      conversation.locale = locale
    },
    'choose-customer'({ customerId }) {
      conversation.customer = found(emulator.customers[customerId - 1], 'customer')
    },
    'add-customer'({ data }) {
      conversation.customer = emulator.addCustomer(present(data))
    },
    'choose-speaker'({ speakerId }) {
      const { device } = conversation
      if (device === undefined) throw new CommandRefused('There is no skill to talk to yet.')
      device.speaker = speakerId === null ? undefined : speakerOf(speakerId)
    },
    'add-speaker'({ data }) {
      // The emulator rejects fields that speakers do not have.
      conversation.customer.addSpeaker(present(data))
    },
    'set-data'({ speakerId, values }) {
      setData(speakerId === undefined ? conversation.customer : speakerOf(speakerId), values)
    },
    'set-permission'({ speakerId, scope, granted }) {
      const record = speakerId === undefined ? conversation.customer : speakerOf(speakerId)
      if (granted) record.grant(scope as `${string}:${string}`)
      else record.revoke(scope as `${string}:${string}`)
    },
    'grant-card': ({ cardId, speakerId }) =>
      cardOf(cardId).grant(speakerId === undefined ? {} : { speaker: speakerOf(speakerId) }),
    'ignore-card': ({ cardId }) => cardOf(cardId).ignore(),
    'set-skill-enabled': ({ enabled }) =>
      enabled ? conversation.customer.enableSkill() : conversation.customer.disableSkill(),
    declare: ({ scopes }) => emulator.declare(scopes),
    'set-situation'({ name, on, requests, delayMs }) {
      if (!on) emulator.clearSituations(name as SituationName | EventSituationName)
      else if (isEventSituation(name)) emulator.situation(name, { delayMs })
      else emulator.situation(name as SituationName, { requests, delayMs })
    },
    'clear-situations': () => emulator.clearSituations(),
    'expire-tokens': () => emulator.expireTokens(),
    'save-test': parts.saveTest,
  }

  function speakerOf(id: number): Speaker {
    return found(conversation.customer.speakers[id - 1], 'speaker')
  }

  function cardOf(id: number): Customer['cards'][number] {
    return found(
      conversation.customer.cards.find((card) => cardIds.of(card) === id),
      'card',
    )
  }

  const all: Record<ConsoleCommandName, (body: never) => unknown> = { ...turns, ...changes }
  return async (name, body) => {
    const result = await all[name](body as never)
    return Object.hasOwn(turns, name) ? (result as Turn) : undefined
  }
}

function found<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined)
    throw new CommandRefused(`This ${name} does not exist. Reload the page to see the current state.`)
  return thing
}

/** A developer may send requests that no device sends, to see how the skill responds. */
function edit(
  sent: NonNullable<Turn['request']>,
  { request, attributes }: NonNullable<ConsoleCommands['replay']['edited']>,
) {
  const changed: object = request
  return {
    ...sent,
    request: changed as typeof sent.request,
    ...(sent.session && attributes && { session: { ...sent.session, attributes } }),
  }
}

function present(data: ProfileDataInput): CustomerData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null))
}

/** The emulator rejects fields that the record does not have. */
function setData(record: Pick<ProfileRecord<never>, 'set' | 'clear'>, values: ProfileDataInput): void {
  const absent = Object.entries(values).filter(([, value]) => value === null)
  record.set(present(values))
  record.clear(...absent.map(([field]) => field as never))
}
