import type { Customer, Emulator, Speaker } from '@alexa-profile/emulator'
import { CommandRefused } from '../protocol/command-refused.js'
import type { ConsoleCommandName, ConsoleCommands } from '../protocol/console-command.js'

/** The commands that a test can repeat. */
export type RecordedCommandName = Exclude<ConsoleCommandName, 'start-over' | 'undo-start-over' | 'save-test'>

/** A command that was run. */
export type Step = {
  [Name in RecordedCommandName]: {
    readonly name: Name
    readonly body: ConsoleCommands[Name]
    readonly details: StepDetails
  }
}[RecordedCommandName]

export interface StepDetails {
  /** The turn, for a command that made the device take one. */
  readonly turnId?: number | undefined
  /**
   * The card, for a command about a card: its index in the customer's cards since the start. Negative for an earlier
   * card.
   */
  readonly card?: { readonly index: number; readonly permissions: readonly string[] } | undefined
}

export interface PersonStart {
  readonly data: Customer['data']
  readonly granted: readonly string[]
}

/** The state when the conversation started. */
export interface Start {
  /** The time, in milliseconds since 1970. */
  readonly at: number
  readonly locale: string
  readonly declaredScopes: readonly string[]
  readonly situations: Emulator['situations']
  readonly current: number
  readonly customers: readonly {
    readonly customer: PersonStart
    readonly skillEnabled: boolean
    readonly speakers: readonly PersonStart[]
    /** The position in `speakers`, starting at 1. */
    readonly speakerId: number | undefined
    readonly cards: number
  }[]
}

export interface Recording {
  readonly start: Start
  readonly steps: readonly Step[]
}

/** Records the steps since the start, for a test that repeats them. */
export interface Recorder {
  add(step: Step): void
  /** Starts a new recording. @returns A function that restores the previous recording. */
  restart(): () => void
  /** Returns the details of a card, for its step. */
  cardOf(customer: Customer, card: Customer['cards'][number] | undefined): StepDetails['card']
  /** Returns the recorded steps. @throws {CommandRefused} if there are more steps than the recorder stores */
  recording(): Recording
}

export interface RecorderParts {
  readonly emulator: Emulator
  readonly locale: () => string
  readonly current: () => Customer
  readonly speakerOf: (customer: Customer) => Speaker | undefined
}

const maximumSteps = 10_000

export function createRecorder(parts: RecorderParts): Recorder {
  let start = startOf(parts)
  let steps: Step[] = []
  return {
    add(step) {
      if (steps.length <= maximumSteps) steps.push(step)
    },
    restart() {
      const [startBefore, stepsBefore] = [start, steps]
      start = startOf(parts)
      steps = []
      return () => {
        start = startBefore
        steps = [...stepsBefore, ...steps]
      }
    },
    cardOf(customer, card) {
      if (card === undefined) return undefined
      const before = start.customers[parts.emulator.customers.indexOf(customer)]?.cards ?? 0
      return { index: customer.cards.indexOf(card) - before, permissions: card.permissions }
    },
    recording() {
      if (steps.length <= maximumSteps) return { start, steps }
      throw new CommandRefused(
        `A conversation of more than ${maximumSteps} steps cannot be exported. Start over first.`,
      )
    },
  }
}

function startOf({ emulator, locale, current, speakerOf }: RecorderParts): Start {
  const personOf = ({ data, granted }: Customer | Speaker): PersonStart => ({ data, granted: [...granted] })
  return {
    at: Date.now(),
    locale: locale(),
    declaredScopes: [...emulator.declaredScopes],
    situations: emulator.situations,
    current: emulator.customers.indexOf(current()),
    customers: emulator.customers.map((customer) => {
      const speaker = speakerOf(customer)
      return {
        customer: personOf(customer),
        skillEnabled: customer.skillEnabled,
        speakers: customer.speakers.map(personOf),
        speakerId: speaker && customer.speakers.indexOf(speaker) + 1,
        cards: customer.cards.length,
      }
    }),
  }
}
