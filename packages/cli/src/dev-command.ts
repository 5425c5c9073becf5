import { Command, InvalidArgumentError, Option } from 'commander'
import type { CliHost } from './cli-host.js'
import type { DevFlags } from './dev.js'

const examples = `
The skill is one of:
  a module    that exports "handler", as for AWS Lambda. It runs in a process of its own by Lambda's rules, and is loaded
              again whenever a file of it changes. TypeScript needs tsx, installed beside the skill.
  a URL       where the skill listens. Start it with the two environment variables that are printed.

A module gets them by itself:
  ALEXA_PROFILE_ENDPOINT   the origin of the local Alexa, for the option allowedEndpoints
  SMTP_URL                 the local mailbox: no mail leaves this machine

Examples:
  $ alexa-profile dev --skill dist/index.mjs
  $ alexa-profile dev --skill src/index.ts --locale de-DE --customer customers/no-email.json
  $ alexa-profile dev --skill http://127.0.0.1:3000/alexa --manifest skill-package/skill.json
  $ alexa-profile dev --skill dist/index.mjs --port 0 --json | jq 'select(.type == "turn")'

A customer file has what Alexa knows, and leaves out what it does not:
  { "givenName": "Ann", "mobileNumber": { "countryCode": "+1", "phoneNumber": "2065550100" } }

Exit codes:
  0  ended by Ctrl-C or a signal
  2  could not start: the port is taken, a file cannot be read, a wrong option
`

/** `alexa-profile dev` */
export function devCommand(host: CliHost): Command {
  const command = new Command('dev')
    .summary('run a skill with a local Alexa and a page to use it from')
    .description(
      'Runs a skill on this machine, with no Amazon account: a local Alexa that it can read profiles from, a mailbox, and ' +
        'a page in the browser to talk to it, to grant and refuse permissions, and to see what goes wrong.',
    )
  return withSkillOptions(command)
    .option('--no-open', 'do not open the page in the browser; so too without a terminal, and with CI set')
    .option('--json', 'print one event per line for programs, and everything else on stderr')
    .addHelpText('after', examples)
    .action(async (flags: DevFlags) => {
      const { dev } = await import('./dev.js') // only now: `check` needs no emulator
      await dev(flags, host)
    })
}

/** The options of every command that runs a skill. */
export function withSkillOptions(command: Command): Command {
  return command
    .requiredOption('--skill <url | module>', 'the skill: where it listens, or the file to load')
    .option(
      '--manifest <file>',
      'the manifest in the skill package (default: skill-package/skill.json, here or beside this folder, or else skill.json, here or, for code in lambda/custom, two folders up)',
    )
    .option('--customer <file>', 'what Alexa has on file (default: Ann Example, who has a value in each field)')
    .option(
      '--locale <locale>',
      "what the customer speaks, such as de-DE (default: en-US, or the skill's first)",
      locale,
    )
    .option(
      '--port <number>',
      'of page and Alexa; the mailbox is on the next one. 0: any free ones (default: 4141, or the next free one)',
      port,
    )
    .option(
      '--test-skill <module>',
      'for a skill at a URL: where exported tests find it, a module whose handler is a function, or the URL of a server that it has started',
    )
    .addOption(
      new Option(
        '--runtime <runtime>',
        'of Lambda, whose rules the handler has to keep (default: nodejs22.x, with a notice about what Node 24 refuses)',
      ).choices(['nodejs22.x', 'nodejs24.x']),
    )
}

function locale(text: string): string {
  if (/^[a-z]{2}-[A-Z]{2}$/.test(text)) return text
  throw new InvalidArgumentError('Write a language and a country, such as en-US.')
}

function port(text: string): number {
  const number = Number(text)
  // the next one is the mailbox's
  if (/^\d+$/.test(text) && number < 65_535) return number
  throw new InvalidArgumentError('Write a whole number from 0 (any free one) to 65534.')
}
