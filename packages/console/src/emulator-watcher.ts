import type { Customer, Emulator, EmulatorWatcher } from '@alexa-profile/emulator'
import type { Journal } from './journal/journal.js'
import type { Replay } from './journal/turn-log.js'
import type { ConsentPrompts } from './talk/consent-prompts.js'
import type { StartOver } from './talk/start-over.js'

export interface EmulatorWatcherParts {
  readonly emulator: Pick<Emulator, 'customers'>
  readonly journal: Journal
  readonly prompts: Pick<ConsentPrompts, 'turnBegun' | 'turnEnded'>
  readonly startOver: Pick<StartOver, 'turnBegun'>
  readonly locale: () => string
  /** Returns the turn that the next request repeats. */
  readonly replay: () => Replay | undefined
  readonly changed: () => void
}

/** Records everything that happens in the emulator in the journal. */
export function emulatorWatcher({
  emulator,
  journal,
  prompts,
  startOver,
  ...parts
}: EmulatorWatcherParts): EmulatorWatcher {
  const { changed } = parts
  const customersOfTurns = new Map<string, Customer>()
  const idOf = (customer: Customer) => emulator.customers.indexOf(customer) + 1
  return {
    turnBegun(envelope, customer, origin) {
      startOver.turnBegun()
      customersOfTurns.set(envelope.request.requestId, customer)
      prompts.turnBegun(envelope, customer)
      journal.turns.begun(envelope, idOf(customer), origin, origin.isDelegated ? undefined : parts.replay())
      changed()
    },
    turnEnded(turn, returned) {
      const requestId = turn.request?.request.requestId ?? ''
      const customer = customersOfTurns.get(requestId)
      customersOfTurns.delete(requestId)
      const id = journal.turns.idOf(turn)
      if (customer && id !== undefined) prompts.turnEnded(turn, customer, id)
      journal.turns.ended(turn, returned)
      changed()
    },
    turnWithoutRequest(turn, customer) {
      startOver.turnBegun()
      journal.turns.withoutRequest(turn, idOf(customer), parts.locale())
      changed()
    },
    apiRequest: journal.apiRequest,
    eventDelivered: journal.skillEvent,
    changed,
  }
}
