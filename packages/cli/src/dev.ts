import { resolve } from 'node:path'
import type { LambdaRuntime } from '@alexa-profile/emulator'
import { isAskCliV1Project } from './ask-cli-v1.js'
import { CannotRun } from './cannot-run.js'
import type { CliHost } from './cli-host.js'
import { readCustomerFile } from './customer-file.js'
import { jsonReport, type Notice, terminalReport } from './dev-report.js'
import { defaultPort, startDevServers } from './dev-servers.js'
import { startFileWatch } from './file-watch.js'
import { loadNotice, loadStatus, remarkNotice } from './load-notice.js'
import { usualManifestFile } from './manifest-file.js'
import { startModuleSkill } from './module-skill.js'
import { openPage } from './open-page.js'
import { askCliV1Advice } from './rules/endpoint-rules.js'
import { skillArgument } from './skill-argument.js'
import type { HandlerRemark } from './skill-message.js'
import { checkSkillPackage, skillPackageFiles } from './skill-package.js'
import { testFolder } from './test-folder.js'
import { typescriptLoader } from './typescript-loader.js'

export interface DevFlags {
  readonly skill: string
  readonly manifest?: string
  readonly customer?: string
  /** Undefined: the default, or the skill's first. */
  readonly locale?: string
  /** Undefined: the default, or the next free one. */
  readonly port?: number
  /** For a skill at a URL: the module from which exported tests take it. */
  readonly testSkill?: string
  /** Undefined: what runs on Node 22 of Lambda runs, with a notice if Node 24 refuses it. */
  readonly runtime?: LambdaRuntime
  readonly open: boolean
  readonly json?: true
}

/**
 * Runs a skill with a local Alexa around it, until a signal ends it.
 *
 * @throws {CannotRun} when it cannot start
 */
export async function dev(flags: DevFlags, host: CliHost): Promise<void> {
  const folder = host.cwd()
  const skill = skillArgument(flags.skill, folder)
  if (skill.kind === 'url' && flags.runtime !== undefined) {
    throw new CannotRun('--runtime is for a module; a skill at a URL runs as it was started.')
  }
  if (skill.kind === 'module' && flags.testSkill !== undefined) {
    throw new CannotRun('--test-skill is for a skill at a URL; tests import the module that --skill names.')
  }
  const testSkill = skill.kind === 'module' ? skill : flags.testSkill && skillArgument(flags.testSkill, folder)
  const manifest = flags.manifest ?? usualManifestFile(folder)
  if (manifest !== undefined) checkSkillPackage(manifest, folder)
  const skillPackage = manifest === undefined ? undefined : resolve(folder, manifest)
  const customer = flags.customer === undefined ? undefined : readCustomerFile(flags.customer, folder)
  const report = flags.json ? jsonReport(host) : terminalReport(host)
  const signal = awaitSignal(host)
  const closers: (() => unknown)[] = [signal.ignore]
  try {
    const { console, mailbox, port } = await startDevServers(flags.port, (at, receiver) => ({
      locale: flags.locale,
      mailbox: receiver,
      tests: {
        folder: testFolder(folder),
        skillFile: testSkill && testSkill.kind === 'module' ? testSkill.file : undefined,
      },
      emulator: { port: at, customer, skillPackage },
    }))
    closers.push(mailbox.close, console.close)

    const notify = (notice: Notice) => {
      report.notice(notice)
      console.report(notice)
    }
    const endpoint = console.emulator.url
    console.subscribe(report.event)
    if (flags.port === undefined && port !== defaultPort) {
      notify({
        level: 'info',
        title: `Port ${defaultPort} or ${defaultPort + 1} is taken: the console is at ${console.url}`,
      })
    }
    if (skillPackage !== undefined && isAskCliV1Project(skillPackage)) {
      notify({ level: 'info', title: 'The skill package is laid out as by ask-cli v1', detail: askCliV1Advice })
    }
    if (skill.kind === 'url') {
      console.useSkill(skill.url)
    } else {
      const remarks = new Set<HandlerRemark>() // once each: a module is loaded many times
      const module = startModuleSkill({
        file: skill.file,
        env: { ...host.env, ALEXA_PROFILE_ENDPOINT: endpoint, SMTP_URL: mailbox.url },
        execArgv: typescriptLoader(skill.file),
        runtime: flags.runtime,
        stdout: flags.json ? 2 : 1,
        remarked(remark) {
          if (!remarks.has(remark)) notify(remarkNotice(remark))
          remarks.add(remark)
        },
        told(outcome) {
          console.setSkillStatus(loadStatus(skill.shown, outcome))
          const notice = loadNotice(skill.shown, outcome)
          if (notice) notify(notice)
        },
      })
      closers.push(module.close)
      console.useSkill(module.handler)
      console.setSkillStatus({ status: 'loading', name: skill.shown })
      await Promise.race([module.tried, signal.received])
    }
    if (manifest !== undefined) closers.push(reload(manifest, folder, console.emulator, notify))
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
    for (const close of closers.reverse()) await close()
  }
}

/** The emulator follows the skill package, so that a forgotten permission is fixed without a restart. */
function reload(
  manifest: string,
  folder: string,
  emulator: { reloadSkillPackage(): void },
  notify: (notice: Notice) => void,
): () => void {
  const files = startFileWatch(() => {
    try {
      checkSkillPackage(manifest, folder)
      emulator.reloadSkillPackage()
      notify({ level: 'info', title: `${manifest} was read again` })
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error
      notify({ level: 'error', title: `${manifest} cannot be read`, detail: error.message })
    }
  })
  files.watch(skillPackageFiles(manifest, folder), Date.now())
  return files.close
}

/** A signal to end, or the end of whoever reads what is printed. */
function awaitSignal(host: CliHost): { readonly received: Promise<void>; readonly ignore: () => void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  let ignore = () => {}
  const received = new Promise<void>((resolve) => {
    ignore = () => {
      for (const signal of signals) host.off(signal, listener)
      host.stdout.off('error', listener)
    }
    // stays until all is closed: npx and pnpm pass on the Ctrl-C that the terminal has sent to everybody
    const listener = () => resolve()
    for (const signal of signals) host.on(signal, listener)
    host.stdout.on('error', listener) // nobody reads it any longer: `| head`
  })
  return { received, ignore }
}
