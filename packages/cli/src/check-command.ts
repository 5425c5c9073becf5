import { isProfileField, profileFields, type SpeakerField, speakerFields } from '@alexa-profile/core'
import { Command, InvalidArgumentError, Option } from 'commander'
import { manifestRules } from './check-skill-manifest.js'
import type { CliHost } from './cli-host.js'
import { manifestFindings } from './manifest-findings.js'
import { report } from './report.js'
import { type SkillUse, unknownField } from './skill-use.js'
import { unknownName } from './unknown-name.js'

interface CheckFlags extends SkillUse {
  readonly ignore?: readonly string[]
  readonly json?: true
}

const examples = `
Examples:
  $ alexa-profile check
  $ alexa-profile check --fields givenName,email --consent voice --events
  $ alexa-profile check path/to/skill.json --json

Exit codes:
  0  no problems were found
  1  errors or warnings were found
  2  the manifest could not be checked: no such file, not JSON, an invalid option
`

/** The command `alexa-profile check`. Calls `done` with the exit code. */
export function checkCommand(host: CliHost, done: (exitCode: number) => void): Command {
  return new Command('check')
    .summary("find mistakes in a skill's manifest")
    .description(
      "Finds mistakes in a skill's manifest before Amazon or a customer does. The options say what the skill does. " +
        'A rule that needs an option runs only if the option is given.',
    )
    .argument('[file]', 'the manifest (default: skill-package/skill.json, or else skill.json)')
    .addOption(
      new Option(
        '--fields <names>',
        `fields of the customer that the skill reads: ${profileFields.join(',')}`,
      ).argParser(list(isProfileField, (name) => unknownField('fields', name))),
    )
    .addOption(
      new Option(
        '--speaker-fields <names>',
        `fields of the recognized speaker that it reads: ${speakerFields.join(',')}`,
      ).argParser(list(isSpeakerField, (name) => unknownField('speakerFields', name))),
    )
    .addOption(new Option('--consent <way>', 'how it asks for consent').choices(['card', 'voice']))
    .option('--events', 'it handles permission events')
    .option('--require-endpoint', 'the manifest must name the endpoint, because ask-cli does not deploy this skill')
    .addOption(new Option('--ignore <rules>', 'rules to skip').argParser(list(isRule, unknownRule)))
    .option('--json', 'print { "findings": [...] } for programs')
    .addHelpText('after', examples)
    .action((file: string | undefined, flags: CheckFlags) => done(check(file, flags, host)))
}

function check(given: string | undefined, { ignore = [], json, ...use }: CheckFlags, host: CliHost): number {
  const checked = manifestFindings(given, use, host.cwd())
  const findings = checked.findings.filter(({ rule }) => !ignore.includes(rule))
  host.stdout.write(json ? `${JSON.stringify({ findings }, null, 2)}\n` : report(checked.file, findings, host.stdout))
  return findings.length === 0 ? 0 : 1
}

/** A parser for names that are separated by commas. If an option is given twice, both lists count. */
function list<Name extends string>(isKnown: (name: string) => name is Name, problem: (name: string) => string) {
  return (text: string, before: readonly Name[] | undefined): Name[] => {
    const names = text.split(',').map((name) => name.trim())
    const known = names.filter(isKnown)
    const strange = names.find((name) => !isKnown(name))
    if (strange !== undefined) throw new InvalidArgumentError(problem(strange))
    return [...(before ?? []), ...known]
  }
}

function isSpeakerField(name: string): name is SpeakerField {
  return (speakerFields as readonly string[]).includes(name)
}

function isRule(name: string): name is string {
  return Object.hasOwn(manifestRules, name)
}

function unknownRule(name: string): string {
  return unknownName('rule', name, Object.keys(manifestRules))
}
