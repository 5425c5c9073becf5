import type { Readable, Writable } from 'node:stream'

/** The parts of a process that the command uses. */
export interface CreateHost {
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable
  readonly errors: Writable
  /** The current folder. */
  readonly folder: string
  /** The package manager that runs the command: `npm`, `pnpm` or `yarn`. Default: `npm`. */
  readonly packageManager?: string | undefined
}
