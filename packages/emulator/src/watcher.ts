import type { ApiRequest } from './api/request-log.js'
import type { TurnWatcher } from './device/turn-watcher.js'
import type { DeliveredEvent } from './events/event-delivery.js'

/** Functions that the emulator calls with everything that happens, as it happens. All are optional. */
export interface EmulatorWatcher extends Partial<TurnWatcher> {
  /**
   * Called when a request to the profile API begins, gets its response, and is over, each time with the same object.
   */
  apiRequest?(request: ApiRequest): void
  /** Called when the skill has acknowledged an event, or the emulator has stopped delivering it. */
  eventDelivered?(event: DeliveredEvent): void
  /** Called when data, consent, a card, a situation or the manifest has changed. */
  changed?(): void
}

/** All watchers of one emulator. */
export interface Watchers extends Required<EmulatorWatcher> {
  /** Adds a watcher. @returns A function that removes the watcher. */
  add(watcher: EmulatorWatcher): () => void
}

/**
 * Creates the list of watchers. An error that a watcher throws becomes a process warning, and the emulator continues.
 */
export function createWatchers(): Watchers {
  const watchers = new Set<{ readonly watcher: EmulatorWatcher }>()

  function tell(call: (watcher: EmulatorWatcher) => void): void {
    for (const { watcher } of watchers) {
      try {
        call(watcher)
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error))
      }
    }
  }

  return {
    add(watcher) {
      const added = { watcher }
      watchers.add(added)
      return () => void watchers.delete(added)
    },
    turnBegun: (envelope, customer, origin) => tell((watcher) => watcher.turnBegun?.(envelope, customer, origin)),
    turnEnded: (turn, returned) => tell((watcher) => watcher.turnEnded?.(turn, returned)),
    turnWithoutRequest: (turn, customer) => tell((watcher) => watcher.turnWithoutRequest?.(turn, customer)),
    apiRequest: (request) => tell((watcher) => watcher.apiRequest?.(request)),
    eventDelivered: (event) => tell((watcher) => watcher.eventDelivered?.(event)),
    changed: () => tell((watcher) => watcher.changed?.()),
  }
}
