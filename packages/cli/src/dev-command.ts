import { Command, InvalidArgumentError, Option } from 'commander'
import type { CliHost } from './cli-host.js'
import type { DevFlags } from './dev.js'

const examples = `
The skill is one of:
  a module    that exports "handler", as for AWS Lambda. It runs in a separate process by Lambda's rules, and is loaded
              again when one of its files changes. TypeScript needs tsx, installed beside the skill.
  a URL       of a skill that you run. Start it with the two environment variables that are printed.

A module gets these environment variables:
  ALEXA_PROFILE_ENDPOINT   the origin of the local Alexa, for the option allowedEndpoints
  SMTP_URL                 the local mailbox: no mail leaves this machine

Examples:
  $ alexa-profile dev --skill dist/index.mjs
  $ alexa-profile dev --skill src/index.ts --locale de-DE --customer customers/no-email.json
  $ alexa-profile dev --skill http://127.0.0.1:3000/alexa --manifest skill-package/skill.json
  $ alexa-profile dev --skill dist/index.mjs --port 0 --json | jq 'select(.type == "turn")'

A customer file has the values that Alexa has on file. Fields that it omits are not set:
  { "givenName": "Ann", "mobileNumber": { "countryCode": "+1", "phoneNumber": "2065550100" } }

Exit codes:
  0  ended by Ctrl-C or a signal
  2  could not start: the port is in use, a file cannot be read, an invalid option
`

/** The command `alexa-profile dev`. */
export function devCommand(host: CliHost): Command {
  const command = new Command('dev')
    .summary('run a skill with a local Alexa and a console in the browser')
    .description(
      'Runs a skill on this machine without an Amazon account. It starts a local Alexa with a profile API, a mailbox, and ' +
        'a page in the browser on which you talk to the skill, grant and revoke permissions, and see errors.',
    )
  return withSkillOptions(command)
    .option('--no-open', 'do not open the console in the browser (the default without a terminal or if CI is set)')
    .option('--json', 'print one event per line for programs, and everything else to stderr')
    .addHelpText('after', examples)
    .action(async (flags: DevFlags) => {
      const { dev } = await import('./dev.js') // loaded here, because `check` needs no emulator
      await dev(flags, host)
    })
}

/** The options of every command that runs a skill. */
export function withSkillOptions(command: Command): Command {
  return command
    .requiredOption('--skill <url | module>', 'the skill: its URL, or the file to load')
    .option(
      '--manifest <file>',
      'the manifest in the skill package (default: skill-package/skill.json, here or beside this folder, or else skill.json, here or, for code in lambda/custom, two folders up)',
    )
    .option(
      '--customer <file>',
      'the values that Alexa has on file (default: Ann Example, who has a value in each field)',
    )
    .option(
      '--locale <locale>',
      "the customer's locale, such as de-DE (default: en-US, or the skill's first locale)",
      locale,
    )
    .option(
      '--port <number>',
      'the port of the console and the local Alexa; the mailbox uses the port after it; 0 chooses free ports (default: 4141, or the next free port)',
      port,
    )
    .option(
      '--test-skill <module>',
      'for a skill at a URL: the module that exported tests import. It exports a handler function, or the URL of a server that it has started',
    )
    .addOption(
      new Option(
        '--runtime <runtime>',
        'the Lambda runtime whose rules apply to the handler (default: nodejs22.x, with a notice if Node 24 rejects the handler)',
      ).choices(['nodejs22.x', 'nodejs24.x']),
    )
}

function locale(text: string): string {
  if (/^[a-z]{2}-[A-Z]{2}$/.test(text)) return text
  throw new InvalidArgumentError('Write a language and a country, such as en-US.')
}

function port(text: string): number {
  const number = Number(text)
  // the mailbox uses the next port
  if (/^\d+$/.test(text) && number < 65_535) return number
  throw new InvalidArgumentError('Write a whole number from 0 to 65534. 0 chooses a free port.')
}
