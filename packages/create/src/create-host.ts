import type { Readable, Writable } from 'node:stream'

/** What the command needs of the process that it runs in. */
export interface CreateHost {
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable
  readonly errors: Writable
  /** The folder that it is called in. */
  readonly folder: string
  /** What called it: `npm`, `pnpm`, `yarn`. Default: npm. */
  readonly packageManager?: string | undefined
}
