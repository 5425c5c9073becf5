import { Command, CommanderError } from 'commander'
import { version } from '../package.json'
import { CannotRun } from './cannot-run.js'
import { checkCommand } from './check-command.js'
import type { CliHost } from './cli-host.js'
import { devCommand } from './dev-command.js'
import { mcpCommand } from './mcp-command.js'
import { migrateCommand } from './migrate-command.js'

export type { CliHost } from './cli-host.js'

/** The exit code if the command could not run. */
const couldNotRun = 2

/**
 * Runs the command `alexa-profile`. Never rejects and never ends the process. The output of a skill that `dev` runs goes to
 * the output of this process, not to the host's.
 *
 * @param args The arguments after the name of the command: `process.argv.slice(2)`.
 * @returns The exit code: 0 success, 1 findings, 2 the command could not run.
 *
 * @example
 * ```ts
 * process.exitCode = await runCli(['check', '--json'], process)
 * ```
 */
export async function runCli(args: readonly string[], host: CliHost): Promise<number> {
  let exitCode = 0
  const done = (code: number) => {
    exitCode = code
  }
  const commands = [devCommand(host), mcpCommand(host), checkCommand(host, done), migrateCommand(host, done)]
  const program = new Command('alexa-profile')
    .description("Tools for Alexa skills that read the customer's profile.")
    .version(version)
    .addHelpText('after', '\nalexa-profile <command> --help shows examples.')
  for (const command of commands) program.addCommand(command)
  for (const command of [program, ...commands]) {
    const path = command === program ? 'alexa-profile' : `alexa-profile ${command.name()}`
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => host.stdout.write(text),
        writeErr: (text) => host.stderr.write(text),
      })
      .showHelpAfterError(`Run ${path} --help to see the commands and options.`)
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : couldNotRun
    host.stderr.write(`alexa-profile: ${explain(error)}\n`)
    return couldNotRun
  }
}

/** The stack of an unexpected error is for the bug report. Of the manifest's content, it contains only names. */
function explain(error: unknown): string {
  if (error instanceof CannotRun) return error.message
  return `This is a bug in alexa-profile. Please report it. ${error instanceof Error ? error.stack : String(error)}`
}
