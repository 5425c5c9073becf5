import { execFile } from 'node:child_process'

export interface RunOptions {
  /** Where the command runs. */
  readonly cwd: string
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** What hangs must not hang whoever waits for it; a slow machine needs a minute or two for the slowest install. */
const timeoutMs = 600_000

/**
 * This process's environment as a user has it. pnpm hands the settings of this repository to what it runs, and the package
 * managers of consumers would obey them; where the registry is, and the way to it, holds for them, too.
 */
export function usersEnvironment(): NodeJS.ProcessEnv {
  const isOurs = (name: string) =>
    /^npm_/i.test(name) && !/^npm_config_(registry|userconfig|cafile|.*proxy)$/i.test(name)
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOurs(name)))
}

/** Runs a command without a shell and gives what it printed to stdout. Rejects, with all of its output, when it fails. */
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
    child.stdin?.end() // nothing asks questions
  })
}
