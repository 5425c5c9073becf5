import type { TurnView } from '../protocol/console-event.js'
import { exportedStart } from './exported-start.js'
import { exportedSteps } from './exported-steps.js'
import type { Recording } from './recording.js'
import { fileUrl, moduleImport, type SkillSource } from './skill-source.js'
import { code, indented, RawCode } from './source-code.js'

export interface ExportedTestParts {
  readonly recording: Recording
  readonly skillId: string
  readonly skill: SkillSource
  /** The absolute path of the skill package. Undefined without a skill package. */
  readonly skillPackage: string | undefined
  /** The folder of the test. */
  readonly folder: string
  /** Whether the skill has a mailbox. */
  readonly hasMailbox: boolean
  /** Returns a turn, or undefined for a turn that is no longer stored. */
  readonly turn: (id: number) => TurnView | undefined
}

/**
 * Returns the source of a vitest file that repeats the conversation with the skill, on its own emulator. An imported
 * skill gets the date and time at which the conversation started.
 *
 * @throws {CommandRefused} if the conversation contains something that a test cannot repeat
 */
export function exportedTest(parts: ExportedTestParts): string {
  return parts.skill.kind === 'url' ? testOfUrl(parts, parts.skill) : testOfModule(parts, parts.skill)
}

function testOfModule(parts: ExportedTestParts, skill: SkillSource & { kind: 'module' }): string {
  const { recording, hasMailbox, folder } = parts
  const { expression, imports } = moduleImport(skill.file, folder)
  return `${imports.map((line) => `${line}\n`).join('')}import { type Emulator, type Skill, startEmulator } from '@alexa-profile/emulator'
${hasMailbox ? "import { type Mailbox, startMailbox } from '@alexa-profile/emulator/mailbox'\n" : ''}import { afterAll, beforeAll, expect, it, vi } from 'vitest'

let emulator: Emulator
${hasMailbox ? 'let mailbox: Mailbox\n' : ''}let skill: Skill

beforeAll(async () => {
  // The time of the conversation, because what the skill says may depend on it.
  vi.useFakeTimers({ now: new Date(${code(new Date(recording.start.at).toISOString())}), toFake: ['Date'] })
  emulator = await startEmulator(${indented(emulatorOptions(parts), 1)})
  // The skill reads these variables when it is loaded below.
  vi.stubEnv('ALEXA_PROFILE_ENDPOINT', emulator.url)
${hasMailbox ? "  mailbox = await startMailbox()\n  vi.stubEnv('SMTP_URL', mailbox.url)\n" : ''}  vi.resetModules()
  const module = ${expression}
  skill = module.${skill.exportName}
  emulator.subscribe(skill)
})

afterAll(async () => {
  await emulator.close()
${hasMailbox ? '  await mailbox.close()\n' : ''}  vi.unstubAllEnvs()
  vi.useRealTimers()
})

${opening}it('talks as it did in the console', async () => {
${steps(parts)}
}, 60_000)
`
}

function testOfUrl(parts: ExportedTestParts, { url, port }: SkillSource & { kind: 'url' }): string {
  const { protocol, hostname, port: skillPort } = new URL(url)
  const address = [
    skillPort === '' ? (protocol === 'https:' ? 443 : 80) : Number(skillPort),
    hostname.replace(/^\[(.*)\]$/, '$1'),
  ]
  return `import { connect } from 'node:net'
import { startEmulator } from '@alexa-profile/emulator'
import { expect, it } from 'vitest'

// The skill must be running at this URL. It expects the emulator at port ${port}, which the console uses: stop the
// console first.
const skill = ${code(url)}

${opening}it('talks as it did in the console', async ({ skip, onTestFinished }) => {
  const socket = connect(${address.map((part) => code(part)).join(', ')})
  const isRunning = await new Promise((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  })
  socket.destroy()
  if (!isRunning) skip(\`Start the skill at \${skill} to run this test.\`)
  const emulator = await startEmulator(${indented(emulatorOptions(parts, port), 1)})
  onTestFinished(() => emulator.close())
  emulator.subscribe(skill)

${steps(parts)}
}, 60_000)
`
}

const opening = '// Exported from the console. Words with digits may differ from run to run.\n'

function emulatorOptions({ recording, skillId, skillPackage, folder }: ExportedTestParts, port?: number): string {
  return code({
    port,
    skillPackage: skillPackage === undefined ? undefined : new RawCode(fileUrl(skillPackage, folder)),
    skill: { skillId, declaredScopes: recording.start.declaredScopes },
    customer: recording.start.customers[0]?.customer.data ?? {},
  })
}

function steps({ recording, skillPackage, turn }: ExportedTestParts): string {
  const source = `${exportedStart(recording.start)}\n\n${exportedSteps({ recording, hasModel: skillPackage !== undefined, turn })}`
  const usesCustomer = /\bcustomer\./.test(source)
  return indented(usesCustomer ? `const { customer } = emulator\n${source}` : source, 1, true)
}
