import { checkOptionNames } from '../base/check-option.js'
import { EmulatorError } from '../base/emulator-error.js'
import { milliseconds } from '../base/milliseconds.js'

/**
 * A named way in which skill events are delivered. Several can be active at a time:
 *
 * - `events-twice` each event twice, even if the skill has acknowledged it
 * - `events-reordered` held back until another event happens or `eventsDelivered()` is called, then the latest first
 * - `events-late` delivered now, but created `delayMs` ago, so its token expires that much earlier
 */
export type EventSituationName = 'events-twice' | 'events-reordered' | 'events-late'

/** The names of all situations of skill events, for tests that try each of them. */
export const eventSituationNames: readonly EventSituationName[] = Object.freeze([
  'events-twice',
  'events-reordered',
  'events-late',
] as const)

/** Options of a situation of skill events. */
export interface EventSituationOptions {
  /** Milliseconds since the event was created. Only for `events-late`. Default: 1,800,000, which is half an hour. */
  readonly delayMs?: number | undefined
}

/** An active situation of skill events. */
export interface ActiveEventSituation {
  readonly name: EventSituationName
  readonly delayMs: number
}

/** The situations of skill events. @internal */
export interface EventSituations {
  add(name: EventSituationName, options?: EventSituationOptions): void
  has(name: EventSituationName): boolean
  /** The age of an event at delivery. */
  readonly ageMs: number
  active(): readonly ActiveEventSituation[]
  /** Ends the situations with these names. */
  clear(names: readonly string[]): void
}

const halfAnHourMs = 1_800_000

/** Whether a value is the name of an event situation. @internal */
export function isEventSituation(name: string): name is EventSituationName {
  return eventSituationNames.some((known) => known === name)
}

/** Creates the situations of skill events. @internal */
export function createEventSituations(changed: () => void): EventSituations {
  const delays = new Map<EventSituationName, number>()
  return {
    add(name, options = {}) {
      checkOptionNames('situation()', options, ['delayMs'])
      const { delayMs } = options
      if (delayMs !== undefined && name !== 'events-late') {
        throw new EmulatorError('option-invalid', `delayMs has no effect on ${name}. Use it with events-late.`)
      }
      delays.set(name, milliseconds('delayMs', delayMs ?? (name === 'events-late' ? halfAnHourMs : 0)))
      changed()
    },
    has: (name) => delays.has(name),
    get ageMs() {
      return delays.get('events-late') ?? 0
    },
    active: () => [...delays].map(([name, delayMs]) => ({ name, delayMs })),
    clear(names) {
      for (const name of delays.keys()) if (names.includes(name)) delays.delete(name)
      changed()
    },
  }
}
