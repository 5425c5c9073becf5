import { CommandRefused } from '../protocol/command-refused.js'

/** Starts the conversation over, and takes that back. */
export interface StartOver {
  /** Whether it can be taken back. */
  readonly canUndo: boolean
  /** @throws {CommandRefused} while a turn is under way */
  run(): void
  /** @throws {CommandRefused} when there is nothing to undo */
  undo(): void
  /** A turn has begun: what there was before does not come back. */
  turnBegun(): void
}

/** @param clear What starting over does, in this order; each returns what brings it back. */
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
      if (restorers === undefined) throw new CommandRefused('There is nothing to undo any more.')
      for (const restore of restorers) restore()
      restorers = undefined
    },
    turnBegun() {
      restorers = undefined
    },
  }
}
