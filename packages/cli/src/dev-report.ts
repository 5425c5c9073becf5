import { styleText } from 'node:util'
import type { CliHost } from './cli-host.js'

/** What `dev` tells, of itself and of the skill. */
export interface Notice {
  readonly level: 'error' | 'info'
  readonly title: string
  readonly detail?: string | undefined
}

/** What the terminal, or with `--json` a program, hears of a run of `dev`. */
export interface DevReport {
  /** Everything is up. */
  ready(facts: ReadyFacts): void
  notice(notice: Notice): void
  /** Something that happened in the console. Only programs are told: people see it there. */
  event(event: object): void
}

export interface ReadyFacts {
  /** Of the page. */
  readonly url: string
  /** `ALEXA_PROFILE_ENDPOINT` of the skill. */
  readonly endpoint: string
  /** `SMTP_URL` of the skill. */
  readonly mailbox: string
  /** The URL or the module. */
  readonly skill: string
  readonly manifest: string | undefined
  /** Where to get what a skill that verifies requests has to trust; undefined for a module, which needs none. */
  readonly signingRoot: string | undefined
}

/** Beyond this, a program that does not read loses events. */
const maximumUnreadBytes = 8 * 1024 * 1024

/** For programs: one event per line on stdout. What is not an event is on stderr. */
export function jsonReport({ stdout }: Pick<CliHost, 'stdout'>): DevReport {
  let dropped = 0

  function write(event: object): void {
    if ((stdout.writableLength ?? 0) > maximumUnreadBytes) {
      dropped += 1
      return
    }
    if (dropped > 0) stdout.write(`${JSON.stringify({ type: 'dropped', events: dropped })}\n`)
    dropped = 0
    stdout.write(`${JSON.stringify(event)}\n`)
  }

  return {
    ready: (facts) => write({ type: 'ready', ...facts }),
    notice: () => {}, // the console tells of it
    event: write,
  }
}

/** For people. */
export function terminalReport({ stdout, env }: Pick<CliHost, 'stdout' | 'env'>): DevReport {
  const paint = (style: Parameters<typeof styleText>[0], text: string) => styleText(style, text, { stream: stdout })
  const print = (text: string) => void stdout.write(`${text}\n`)
  return {
    ready({ url, endpoint, mailbox, skill, manifest, signingRoot }) {
      print(`\n  ${paint('bold', 'Console')}   ${paint('cyan', url)}`)
      print(`  Skill     ${skill}`)
      print(`  Manifest  ${manifest ?? 'none found: every permission is taken as declared'}`)
      print(`  Mailbox   ${mailbox}`)
      // A script that starts the skill as well gives both processes the same environment.
      const isStarted = env.ALEXA_PROFILE_ENDPOINT === endpoint && env.SMTP_URL === mailbox
      if (signingRoot !== undefined && !isStarted) {
        print(`\n  Start the skill with ALEXA_PROFILE_ENDPOINT=${endpoint} and SMTP_URL=${mailbox}`)
        print(`  If it verifies that requests come from Alexa, let it trust ${signingRoot}`)
      }
      print(paint('dim', '\n  Ctrl-C ends it.\n'))
    },
    notice({ level, title, detail }) {
      print(level === 'error' ? paint('red', title) : paint('green', title))
      if (detail !== undefined) print(paint('dim', detail.replace(/^/gm, '  ')))
    },
    event: () => {},
  }
}
