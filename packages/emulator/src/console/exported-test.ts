import type { TurnView } from './console-event.js'
import { exportedStart } from './exported-start.js'
import { exportedSteps } from './exported-steps.js'
import type { Recording } from './recording.js'
import { code, indented } from './source-code.js'

export interface ExportedTestParts {
  readonly recording: Recording
  readonly skillId: string
  /** For a skill that listens, its URL, and the port where it expects the emulator; for a function, where to import it. */
  readonly skill: { readonly url: string; readonly port: number } | { readonly from: string; readonly name: string }
  /** Whether the skill was given a mailbox. */
  readonly hasMailbox: boolean
  /** Undefined for one that was forgotten. */
  readonly turn: (id: number) => TurnView | undefined
}

/**
 * The source of a vitest file that has the same conversation with the skill, on an emulator of its own.
 *
 * @throws {CommandRefused} when the conversation holds something that no test can repeat.
 */
export function exportedTest({ recording, skillId, skill, hasMailbox, turn }: ExportedTestParts): string {
  const isUrl = 'url' in skill
  const needsMailbox = hasMailbox && !isUrl
  const start = exportedStart(recording.start)
  const options = code({
    ...(isUrl && { port: skill.port }),
    skill: { skillId, declaredScopes: recording.start.declaredScopes },
    customer: recording.start.households[0]?.customer.data ?? {},
  })
  const [intro, before, after] = isUrl ? listening(skill.url) : imported(skill, needsMailbox)
  return `${imports(needsMailbox, isUrl)}

${intro}
let emulator: Emulator
${needsMailbox ? 'let mailbox: Mailbox\n' : ''}
beforeAll(async () => {
  emulator = await startEmulator(${indented(options, 1)})
${indented(before, 1, true)}
  emulator.subscribe(skill)
})

afterAll(async () => {
  await emulator.close()${after}
})

// Exported from the console. Words with digits in them may differ from run to run; loosen whatever else does.
it('talks as it did in the console', async () => {
${indented(start, 1, true)}

${indented(exportedSteps(recording, turn), 1, true)}
}, 60_000)
`
}

function imports(needsMailbox: boolean, isUrl: boolean): string {
  const types = `type Emulator, ${isUrl ? '' : 'type Skill, '}startEmulator`
  return [
    `import { ${types} } from '@alexa-profile/emulator'`,
    ...(needsMailbox ? ["import { type Mailbox, startMailbox } from '@alexa-profile/emulator/mailbox'"] : []),
    "import { afterAll, beforeAll, expect, it } from 'vitest'",
  ].join('\n')
}

function listening(url: string): [intro: string, before: string, after: string] {
  const intro = `// The skill must be running here. It expects the emulator at the console's port, so stop the console first.
const skill = ${code(url)}`
  return [intro, '', '']
}

function imported(skill: { from: string; name: string }, needsMailbox: boolean): [string, string, string] {
  const before = [
    '// what the skill reads when it is loaded',
    'process.env.ALEXA_PROFILE_ENDPOINT = emulator.url',
    ...(needsMailbox ? ['mailbox = await startMailbox()', 'process.env.SMTP_URL = mailbox.url'] : []),
    `const module = await import(${code(skill.from)})`,
    `skill = module.${skill.name}`,
  ]
  return ['let skill: Skill', before.join('\n'), needsMailbox ? '\n  await mailbox.close()' : '']
}
