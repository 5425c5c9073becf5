import type { CliHost } from './cli-host.js'
import { jsonReport, terminalReport } from './dev-report.js'
import { type DevSession, type SkillFlags, startDevSession } from './dev-session.js'
import { openPage } from './open-page.js'

export interface DevFlags extends SkillFlags {
  readonly open: boolean
  readonly json?: true
}

/**
 * Runs a skill with a local Alexa around it until a signal ends it.
 *
 * @throws {CannotRun} if it cannot start
 */
export async function dev(flags: DevFlags, host: CliHost): Promise<void> {
  const report = flags.json ? jsonReport(host) : terminalReport(host)
  const signal = awaitSignal(host)
  let session: DevSession | undefined
  try {
    session = await startDevSession({ flags, host, report, stdout: flags.json ? 2 : 1 })
    const { console, mailbox, skill, manifest, module } = session
    await Promise.race([module?.tried, signal.received])
    const endpoint = console.emulator.url
    report.ready({
      url: console.url,
      endpoint,
      mailbox: mailbox.url,
      skill: flags.skill,
      manifest,
      signingRoot: skill.kind === 'url' ? `${endpoint}/signing/root.pem` : undefined,
    })
    if (flags.open && !flags.json && host.stdout.isTTY && !host.env.CI) await openPage(console.url)
    await signal.received
  } finally {
    await session?.close()
    signal.ignore()
  }
}

/** Resolves on a signal to end, or when the reader of the output has ended. */
function awaitSignal(host: CliHost): { readonly received: Promise<void>; readonly ignore: () => void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  let ignore = () => {}
  const received = new Promise<void>((resolve) => {
    ignore = () => {
      for (const signal of signals) host.off(signal, listener)
      host.stdout.off('error', listener)
    }
    // stays until everything is closed: npx and pnpm pass on the Ctrl-C that the terminal has sent to every process
    const listener = () => resolve()
    for (const signal of signals) host.on(signal, listener)
    host.stdout.on('error', listener) // the reader has ended: `| head`
  })
  return { received, ignore }
}
