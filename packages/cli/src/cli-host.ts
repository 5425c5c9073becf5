/** What the commands need of the process that they run in; `process` is one. */
export interface CliHost {
  /** Gets what the command is for: findings, what `dev` tells, help. Coloured when it is a terminal. */
  readonly stdout: NodeJS.WritableStream & {
    readonly isTTY?: boolean | undefined
    /** Of what was written and not read yet; a stream of Node has it. */
    readonly writableLength?: number | undefined
  }
  /** Where `mcp` reads what the coding agent sends. */
  readonly stdin?: NodeJS.ReadableStream | undefined
  /** Gets what keeps the command from its work. */
  readonly stderr: NodeJS.WritableStream
  /** The skill that `dev` runs gets it, with a little more. */
  readonly env: NodeJS.ProcessEnv
  /** The folder that relative paths start from. */
  cwd(): string
  /** Hears of `SIGINT`, `SIGTERM` and `SIGHUP`, which end `dev`. */
  on(signal: NodeJS.Signals, listener: () => void): unknown
  off(signal: NodeJS.Signals, listener: () => void): unknown
}
