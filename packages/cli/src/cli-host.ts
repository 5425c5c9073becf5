/** What the command needs of the process that it runs in; `process` is one. */
export interface CliHost {
  /** Gets findings and help. Coloured when it is a terminal. */
  readonly stdout: NodeJS.WritableStream
  /** Gets what keeps the command from its work. */
  readonly stderr: NodeJS.WritableStream
  /** The folder that relative paths start from. */
  cwd(): string
}
