import type { ConsoleEvent } from './protocol/console-event.js'

/** Passes events to all subscribers. */
export interface EventHub {
  emit(event: ConsoleEvent): void
  /** Adds a listener. @returns A function that removes the listener. */
  subscribe(listener: (event: ConsoleEvent) => void): () => void
}

/**
 * Creates an event hub. An error that a listener throws becomes a process warning, and the other listeners still get
 * the event.
 */
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
