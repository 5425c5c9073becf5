import { Command, CommanderError } from 'commander'
import { version } from '../package.json'
import { CannotCheck } from './cannot-check.js'
import { checkCommand } from './check-command.js'
import type { CliHost } from './cli-host.js'

export type { CliHost } from './cli-host.js'

/** Nothing was checked, for whatever reason. */
const couldNotCheck = 2

/**
 * Runs the command `alexa-profile`. Never rejects and never ends the process.
 *
 * @param args What stands behind the name of the command: `process.argv.slice(2)`.
 * @returns The exit code: 0 fine, 1 findings, 2 could not check.
 *
 * @example
 * ```ts
 * process.exitCode = await runCli(['check', '--json'], process)
 * ```
 */
export async function runCli(args: readonly string[], host: CliHost): Promise<number> {
  let exitCode = 0
  const check = checkCommand(host, (code) => {
    exitCode = code
  })
  const program = new Command('alexa-profile')
    .description('Tools for Alexa skills that read the name, email address and mobile number of their customers.')
    .version(version)
    .addCommand(check)
  for (const command of [program, check]) {
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => host.stdout.write(text),
        writeErr: (text) => host.stderr.write(text),
      })
      .showHelpAfterError('Run alexa-profile check --help to see what there is.')
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : couldNotCheck
    host.stderr.write(`alexa-profile: ${explain(error)}\n`)
    return couldNotCheck
  }
}

/** The stack of an unexpected error is for the report of it; it holds nothing of the manifest but names. */
function explain(error: unknown): string {
  if (error instanceof CannotCheck) return error.message
  return `This should not happen; please report it. ${error instanceof Error ? error.stack : String(error)}`
}
