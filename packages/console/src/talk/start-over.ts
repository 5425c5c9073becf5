import { CommandRefused } from '../protocol/command-refused.js'

/** Starts the conversation over, and can undo that. */
export interface StartOver {
  /** Whether starting over can be undone. */
  readonly canUndo: boolean
  /** Starts over. @throws {CommandRefused} while a turn is in progress */
  run(): void
  /** Undoes the latest start. @throws {CommandRefused} if there is nothing to undo */
  undo(): void
  /** Called when a turn has begun. After that, starting over cannot be undone. */
  turnBegun(): void
}

/**
 * Creates the command *Start over*.
 *
 * @param clear The functions that starting over calls, in this order. Each returns a function that undoes it.
 */
export function createStartOver(isBusy: () => boolean, clear: readonly (() => () => void)[]): StartOver {
  let restorers: readonly (() => void)[] | undefined
  return {
    get canUndo() {
      return restorers !== undefined
    },
    run() {
      if (isBusy()) throw new CommandRefused('The skill has not responded yet. Wait until this turn has ended.')
      restorers = clear.map((each) => each())
    },
    undo() {
      if (restorers === undefined) throw new CommandRefused('There is nothing to undo.')
      for (const restore of restorers) restore()
      restorers = undefined
    },
    turnBegun() {
      restorers = undefined
    },
  }
}
