import type { ConsoleState } from '../protocol/console-state.js'

/** Emits the state after changes. */
export interface StateEmitter {
  /** Called when something may have changed. Several changes at once cause one event, or none if the state is the same. */
  changed(): void
  stop(): void
}

export function createStateEmitter(state: () => ConsoleState, emit: (state: ConsoleState) => void): StateEmitter {
  let due: ReturnType<typeof setImmediate> | undefined
  let emitted = ''
  return {
    changed() {
      due ??= setImmediate(() => {
        due = undefined
        const now = state()
        const text = JSON.stringify(now)
        if (text === emitted) return
        emitted = text
        emit(now)
      })
    },
    stop: () => clearImmediate(due),
  }
}
