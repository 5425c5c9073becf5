import type { CustomerData } from '@alexa-profile/emulator'
import { CommandRefused } from '../protocol/command-refused.js'
import type { ConsoleCommands, ProfileDataInput } from '../protocol/console-command.js'
import type { TurnView } from '../protocol/console-event.js'
import { expectation } from './exported-expectation.js'
import { deviceLine, names } from './exported-start.js'
import { exportedWords, intentCall } from './exported-words.js'
import type { Recording, Step, StepDetails } from './recording.js'
import { code, RawCode } from './source-code.js'

export interface ExportedStepsParts {
  readonly recording: Recording
  /** Whether the test has the interaction model. */
  readonly hasModel: boolean
  /** Returns a turn, or undefined for a turn that is no longer stored. */
  readonly turn: (id: number) => TurnView | undefined
}
/** Returns the lines that repeat the steps, and expect the same outcome. */
export function exportedSteps({ recording: { start, steps }, hasModel, turn }: ExportedStepsParts): string {
  let customerId = start.current + 1
  let { locale } = start
  const speakers = new Map(start.customers.map((one, index) => [index + 1, one.speakers.length]))
  const turns = new Set<number>()

  type Lines = {
    [Name in Step['name']]: (body: ConsoleCommands[Name], details: StepDetails) => readonly string[]
  }
  const lines: Lines = {
    open: (_, { turnId }) => talk(turnId, 'open()'),
    intent: ({ intent, slots }, { turnId }) => talk(turnId, intentCall(intent, slots)),
    say({ words }, { turnId }) {
      const said = turn(turnId ?? 0)
      if (said === undefined) throw unknown('a turn that is no longer stored')
      const { call, expected } = exportedWords(words, said, hasModel)
      const lines = talk(turnId, call, expected)
      return said.request.type === 'SessionResumedRequest' ? [...lines, delivered] : lines
    },
    'answer-consent': ({ answer }, { turnId }) => [...talk(turnId, `answerConsent(${code(answer)})`), delivered],
    silence: (_, { turnId }) => talk(turnId, 'silence()'),
    end: (_, { turnId }) => talk(turnId, 'end()'),
    replay(body, { turnId }) {
      if (!turns.has(body.turnId)) throw unknown('a replayed turn')
      const replayed = names.turn(body.turnId)
      if (body.edited === undefined) return talk(turnId, `replay(${replayed})`)
      const { request, attributes } = body.edited
      const session =
        attributes && new RawCode(`{ ...${replayed}.request?.session, attributes: ${code(attributes, 1)} }`)
      const changes = code({ request, session })
      return talk(turnId, `replay({ request: Object.assign({}, ${replayed}.request, ${changes}) })`)
    },
    'set-locale'(body) {
      locale = body.locale
      return [...speakers.keys()].map((one) => `${names.device(one)}.locale = ${code(locale)}`)
    },
    'choose-customer'(body) {
      if (!speakers.has(body.customerId)) throw unknown('a customer')
      customerId = body.customerId
      return []
    },
    'add-customer'({ data }) {
      customerId = speakers.size + 1
      speakers.set(customerId, 0)
      const given = present(data)
      const added = `const ${names.customer(customerId)} = emulator.addCustomer(${code(given)})`
      return [added, deviceLine(customerId, given, locale)]
    },
    'choose-speaker': ({ speakerId }) => [
      `${names.device(customerId)}.speaker = ${speakerId === null ? 'undefined' : speaker(speakerId)}`,
    ],
    'add-speaker'({ data }) {
      const id = (speakers.get(customerId) ?? 0) + 1
      speakers.set(customerId, id)
      return [`const ${speaker(id)} = ${names.customer(customerId)}.addSpeaker(${code(present(data))})`]
    },
    'set-data'({ speakerId, values }) {
      const cleared = Object.entries(values).flatMap(([field, value]) => (value === null ? [code(field)] : []))
      const data = present(values)
      return [
        ...(Object.keys(data).length > 0 ? [`${record(speakerId)}.set(${code(data)})`] : []),
        ...(cleared.length > 0 ? [`${record(speakerId)}.clear(${cleared.join(', ')})`] : []),
      ]
    },
    'set-permission': ({ speakerId, scope, granted }) => [
      `${record(speakerId)}.${granted ? 'grant' : 'revoke'}(${code(scope)})`,
      delivered,
    ],
    'grant-card': ({ speakerId }, { card }) => [grantLine(card, speakerId), delivered],
    'ignore-card': (_, { card }) => (cardOf(card).index < 0 ? [] : [`${shownCard(card)}?.ignore()`]),
    'set-skill-enabled': ({ enabled }) => [
      `${names.customer(customerId)}.${enabled ? 'enable' : 'disable'}Skill()`,
      delivered,
    ],
    declare: ({ scopes }) => [`emulator.declare(${code(scopes)})`],
    'set-situation': ({ name, on, ...options }) => [
      on
        ? `emulator.situation(${[name, options]
            .slice(0, Object.keys(options).length > 0 ? 2 : 1)
            .map((part) => code(part))
            .join(', ')})`
        : `emulator.clearSituations(${code(name)})`,
    ],
    'clear-situations': () => ['emulator.clearSituations()'],
    'expire-tokens': () => ['emulator.expireTokens()'],
  }

  function talk(turnId: number | undefined, call: string, expected: object = {}): readonly string[] {
    const said = `${names.device(customerId)}.${call}`
    if (turnId === undefined) return [`await ${said}`]
    turns.add(turnId)
    const response = turn(turnId)?.response
    const awaited = `const ${names.turn(turnId)} = await ${said}`
    return response
      ? [awaited, `expect(${names.turn(turnId)}).toMatchObject(${code({ ...expected, ...expectation(response) })})`]
      : [awaited]
  }

  function speaker(id: number): string {
    if (id > (speakers.get(customerId) ?? 0)) throw unknown('a speaker')
    return names.speaker(customerId, id)
  }

  function record(speakerId: number | undefined): string {
    return speakerId === undefined ? names.customer(customerId) : speaker(speakerId)
  }

  function cardOf(card: StepDetails['card']): NonNullable<StepDetails['card']> {
    if (card === undefined) throw unknown('a card')
    return card
  }

  function shownCard(card: StepDetails['card']): string {
    return `${names.customer(customerId)}.cards[${cardOf(card).index}]`
  }

  /** The test has no cards from before the start, so it grants their permissions directly. */
  function grantLine(card: StepDetails['card'], speakerId: number | undefined): string {
    const { index, permissions } = cardOf(card)
    if (index < 0) return `${record(speakerId)}.grant(${permissions.map((scope) => code(scope)).join(', ')})`
    return `${shownCard(card)}?.grant(${speakerId === undefined ? '' : `{ speaker: ${speaker(speakerId)} }`})`
  }

  return steps
    .map(({ name, body, details }) =>
      (lines[name] as (body: unknown, details: StepDetails) => readonly string[])(body, details),
    )
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
}

const delivered = 'await emulator.eventsDelivered()'

function present(data: ProfileDataInput): CustomerData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null))
}

function unknown(thing: string): CommandRefused {
  return new CommandRefused(
    `This conversation cannot be exported, because it uses ${thing} from an earlier conversation. Start over first.`,
  )
}
