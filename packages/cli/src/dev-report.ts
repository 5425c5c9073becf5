import { styleText } from 'node:util'
import type { CliHost } from './cli-host.js'

/** A message of `dev` about itself or about the skill. */
export interface Notice {
  readonly level: 'error' | 'info'
  readonly title: string
  readonly detail?: string | undefined
}

/** Reports a run of `dev` to the terminal or, with `--json`, to a program. */
export interface DevReport {
  /** Reports that all servers have started. */
  ready(facts: ReadyFacts): void
  notice(notice: Notice): void
  /** Reports an event of the console. Only programs get it: people see it in the console. */
  event(event: object): void
}

export interface ReadyFacts {
  /** The console's URL. */
  readonly url: string
  /** The value of `ALEXA_PROFILE_ENDPOINT` for the skill. */
  readonly endpoint: string
  /** The value of `SMTP_URL` for the skill. */
  readonly mailbox: string
  /** The URL or the module. */
  readonly skill: string
  readonly manifest: string | undefined
  /**
   * The URL of the certificate that a skill has to trust if it verifies requests; undefined for a module, which needs
   * none.
   */
  readonly signingRoot: string | undefined
}

/** A program that has more unread output than this loses events. */
const maximumUnreadBytes = 8 * 1024 * 1024

/** Reports to programs: one event per line on stdout. Everything else is on stderr. */
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
    notice: () => {}, // the console sends it as an event
    event: write,
  }
}

/** Reports to people. */
export function terminalReport({ stdout, env }: Pick<CliHost, 'stdout' | 'env'>): DevReport {
  const paint = (style: Parameters<typeof styleText>[0], text: string) => styleText(style, text, { stream: stdout })
  const print = (text: string) => void stdout.write(`${text}\n`)
  return {
    ready({ url, endpoint, mailbox, skill, manifest, signingRoot }) {
      print(`\n  ${paint('bold', 'Console')}   ${paint('cyan', url)}`)
      print(`  Skill     ${skill}`)
      print(`  Manifest  ${manifest ?? 'none found: every permission counts as declared'}`)
      print(`  Mailbox   ${mailbox}`)
      // A script that also starts the skill gives both processes the same environment.
      const isStarted = env.ALEXA_PROFILE_ENDPOINT === endpoint && env.SMTP_URL === mailbox
      if (signingRoot !== undefined && !isStarted) {
        print(`\n  Start the skill with ALEXA_PROFILE_ENDPOINT=${endpoint} and SMTP_URL=${mailbox}`)
        print(`  If it verifies that requests come from Alexa, make it trust ${signingRoot}`)
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
