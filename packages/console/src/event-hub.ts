import type { ConsoleEvent } from './protocol/console-event.js'

/** Passes events on to those who subscribe. */
export interface EventHub {
  emit(event: ConsoleEvent): void
  /** @returns Ends it. */
  subscribe(listener: (event: ConsoleEvent) => void): () => void
}

/** What a listener throws becomes a warning of the process: the others still get the event. */
export function createEventHub(): EventHub {
  const listeners = new Set<(event: ConsoleEvent) => void>()
  return {
    emit(event) {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch (error) {
          process.emitWarning(error instanceof Error ? error : String(error))
        }
      }
    },
    subscribe(listener) {
      const subscription = (event: ConsoleEvent) => listener(event)
      listeners.add(subscription)
      return () => void listeners.delete(subscription)
    },
  }
}
