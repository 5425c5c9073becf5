import { execFile } from 'node:child_process'

export interface RunOptions {
  /** The folder in which the command runs. */
  readonly cwd: string
  /** Variables that are added to the environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** A command that hangs must fail. A slow machine needs a minute or two for the slowest install. */
const timeoutMs = 600_000

/**
 * This process's environment as users have it. pnpm passes this repository's settings to the commands that it runs, and the
 * consumers' package managers would use them. The registry and the proxy stay, because consumers need them, too.
 */
export function usersEnvironment(): NodeJS.ProcessEnv {
  const isOurs = (name: string) =>
    /^npm_/i.test(name) && !/^npm_config_(registry|userconfig|cafile|.*proxy)$/i.test(name)
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOurs(name)))
}

/** Runs a command without a shell and returns its stdout. Rejects with all of its output if it fails. */
export function run(command: string, args: readonly string[], { cwd, env }: RunOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: { ...usersEnvironment(), ...env }, maxBuffer: 64 * 1024 * 1024, timeout: timeoutMs }
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (!error) return resolve(stdout)
      const said = [stdout, stderr].map((text) => text.trim()).filter(Boolean)
      reject(
        new Error(
          [
            `${command} ${args.join(' ')}, in ${cwd}: ${error.killed ? 'ended after 10 minutes' : `exit code ${error.code}`}`,
            ...said,
          ].join('\n'),
        ),
      )
    })
    child.stdin?.end() // no command may ask questions
  })
}
