import { resolve } from 'node:path'
import type { AlexaConsole } from '@alexa-profile/console'
import type { LambdaRuntime } from '@alexa-profile/emulator'
import type { Mailbox } from '@alexa-profile/emulator/mailbox'
import { isAskCliV1Project } from './ask-cli-v1.js'
import { CannotRun } from './cannot-run.js'
import type { CliHost } from './cli-host.js'
import { readCustomerFile } from './customer-file.js'
import type { DevReport, Notice } from './dev-report.js'
import { defaultPort, startDevServers } from './dev-servers.js'
import { loadNotice, loadStatus, remarkNotice } from './load-notice.js'
import { usualManifestFile } from './manifest-file.js'
import { type ModuleSkill, startModuleSkill } from './module-skill.js'
import { askCliV1Advice } from './rules/endpoint-rules.js'
import { type SkillArgument, skillArgument } from './skill-argument.js'
import type { HandlerRemark } from './skill-message.js'
import { checkSkillPackage } from './skill-package.js'
import { followSkillPackage } from './skill-package-follower.js'
import { testFolder } from './test-folder.js'
import { typescriptLoader } from './typescript-loader.js'

/** The options of a skill that runs with a local Alexa around it. */
export interface SkillFlags {
  readonly skill: string
  readonly manifest?: string
  readonly customer?: string
  /** The customer's locale. Default: `en-US`, or the skill's first locale. */
  readonly locale?: string
  /** The console's port. Default: 4141, or the next free port. */
  readonly port?: number
  /** The module that exported tests import. Only for a skill at a URL. */
  readonly testSkill?: string
  /** The Lambda runtime. Default: the rules of Node 22, with a notice if Node 24 rejects the handler. */
  readonly runtime?: LambdaRuntime
}

/** A running skill, and the local Alexa around it. */
export interface DevSession {
  readonly console: AlexaConsole
  readonly mailbox: Mailbox
  readonly skill: SkillArgument
  /** The path of the manifest that was given or found; undefined if there is no manifest. */
  readonly manifest: string | undefined
  /** The module; undefined for a skill at a URL. */
  readonly module: ModuleSkill | undefined
  /** Resolves when the skill and its package are those on disk, or could not be read; after 10 s in any case. */
  upToDate(): Promise<void>
  close(): Promise<void>
}

export interface DevSessionOptions {
  readonly flags: SkillFlags
  readonly host: Pick<CliHost, 'cwd' | 'env'>
  readonly report: Pick<DevReport, 'notice' | 'event'>
  /** The file descriptor for the skill's output: 1 for stdout, 2 for stderr. */
  readonly stdout: 1 | 2
}

/**
 * Starts the servers and the skill. The skill may still be loading when the promise resolves.
 *
 * @throws {CannotRun} if it cannot start
 */
export async function startDevSession({ flags, host, report, stdout }: DevSessionOptions): Promise<DevSession> {
  const folder = host.cwd()
  const skill = skillArgument(flags.skill, folder)
  if (skill.kind === 'url' && flags.runtime !== undefined) {
    throw new CannotRun(
      '--runtime is only for a module. Omit it for a skill at a URL, which runs in the runtime that you started.',
    )
  }
  const skillFile = testModule(skill, flags.testSkill, folder)
  const manifest = flags.manifest ?? usualManifestFile(folder)
  if (manifest !== undefined) checkSkillPackage(manifest, folder)
  const skillPackage = manifest === undefined ? undefined : resolve(folder, manifest)
  const customer = flags.customer === undefined ? undefined : readCustomerFile(flags.customer, folder)
  const closers: (() => unknown)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const { console, mailbox, port } = await startDevServers(flags.port, (at, receiver) => ({
      locale: flags.locale,
      mailbox: receiver,
      tests: { folder: testFolder(folder), skillFile },
      emulator: { port: at, customer, skillPackage },
    }))
    closers.push(mailbox.close, console.close)

    const notify = (notice: Notice) => {
      report.notice(notice)
      console.report(notice)
    }
    console.subscribe(report.event)
    if (flags.port === undefined && port !== defaultPort) {
      notify({
        level: 'info',
        title: `Port ${defaultPort} or ${defaultPort + 1} is in use, so the console is at ${console.url}`,
      })
    }
    if (skillPackage !== undefined && isAskCliV1Project(skillPackage)) {
      notify({ level: 'info', title: 'The skill package has the layout of ask-cli v1', detail: askCliV1Advice })
    }
    const module = skill.kind === 'url' ? undefined : startModule(skill)
    if (skill.kind === 'url') console.useSkill(skill.url)
    const follower = manifest === undefined ? undefined : followSkillPackage(manifest, folder, console.emulator, notify)
    if (follower) closers.push(follower.close)
    const upToDate = async () => void (await Promise.all([module?.upToDate(), follower?.upToDate()]))
    return { console, mailbox, skill, manifest, module, upToDate, close }

    function startModule({ file, shown }: Extract<SkillArgument, { kind: 'module' }>): ModuleSkill {
      const remarks = new Set<HandlerRemark>() // each is shown once, although a module is loaded many times
      const started = startModuleSkill({
        file,
        env: { ...host.env, ALEXA_PROFILE_ENDPOINT: console.emulator.url, SMTP_URL: mailbox.url },
        execArgv: typescriptLoader(file),
        runtime: flags.runtime,
        stdout,
        remarked(remark) {
          if (!remarks.has(remark)) notify(remarkNotice(remark))
          remarks.add(remark)
        },
        told(outcome) {
          console.setSkillStatus(loadStatus(shown, outcome))
          const notice = loadNotice(shown, outcome)
          if (notice) notify(notice)
        },
      })
      closers.push(started.close)
      console.useSkill(started.handler)
      console.setSkillStatus({ status: 'loading', name: shown })
      return started
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Returns the module from which exported tests import the skill. */
function testModule(skill: SkillArgument, testSkill: string | undefined, folder: string): string | undefined {
  if (testSkill === undefined) return skill.kind === 'module' ? skill.file : undefined
  if (skill.kind === 'module') {
    throw new CannotRun(
      '--test-skill is only for a skill at a URL. Omit it for a module: tests import the module that --skill names.',
    )
  }
  const module = skillArgument(testSkill, folder)
  if (module.kind === 'module') return module.file
  throw new CannotRun('--test-skill must be a module, not a URL. The module may export the URL as "handler".')
}
