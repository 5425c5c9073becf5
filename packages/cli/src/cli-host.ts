/** The parts of a process that the commands use. Node's `process` has them. */
export interface CliHost {
  /** Receives the command's output: findings, notices of `dev`, help. Coloured if it is a terminal. */
  readonly stdout: NodeJS.WritableStream & {
    readonly isTTY?: boolean | undefined
    /** The number of characters that were written and not read yet. Node's streams have it. */
    readonly writableLength?: number | undefined
  }
  /** The coding agent's messages to `mcp`. */
  readonly stdin?: NodeJS.ReadableStream | undefined
  /** Receives the reason if the command cannot run. */
  readonly stderr: NodeJS.WritableStream
  /**
   * The environment variables. The skill that `dev` runs gets them, with `ALEXA_PROFILE_ENDPOINT` and `SMTP_URL` set.
   */
  readonly env: NodeJS.ProcessEnv
  /** The folder from which relative paths start. */
  cwd(): string
  /** Adds a listener for `SIGINT`, `SIGTERM` or `SIGHUP`, which end `dev`. */
  on(signal: NodeJS.Signals, listener: () => void): unknown
  off(signal: NodeJS.Signals, listener: () => void): unknown
}
