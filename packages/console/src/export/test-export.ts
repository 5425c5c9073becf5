import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Emulator, Skill } from '@alexa-profile/emulator'
import { CommandRefused } from '../protocol/command-refused.js'
import type { TurnView } from '../protocol/console-event.js'
import type { ExportOptions } from './export-options.js'
import { exportedTest } from './exported-test.js'
import type { Recorder } from './recording.js'
import { freeTestFile, writeTestFile } from './test-file.js'

/** The conversation as a test. */
export interface TestExport {
  /**
   * Returns the source of the test.
   *
   * @throws {CommandRefused} if the conversation contains something that a test cannot repeat
   */
  source(): string
  /** Returns the file that `save` would write, relative to the current folder. Undefined without a folder for tests. */
  nextFile(): string | undefined
  /**
   * Saves the test.
   *
   * @returns The file, relative to the current folder.
   * @throws {CommandRefused} as `source`, and without a folder for tests
   */
  save(): Promise<string>
}

export interface TestExportParts {
  readonly tests: ExportOptions | undefined
  /** The emulator's option `skillPackage`. */
  readonly skillPackage: string | URL | undefined
  readonly emulator: Pick<Emulator, 'skillId' | 'url'>
  readonly skill: () => Skill | undefined
  readonly hasMailbox: boolean
  readonly recorder: Pick<Recorder, 'recording'>
  readonly turn: (id: number) => TurnView | undefined
}

export function createTestExport({
  tests,
  skillPackage,
  emulator,
  hasMailbox,
  recorder,
  turn,
  ...parts
}: TestExportParts): TestExport {
  const folder = tests?.folder ?? process.cwd()
  const module = {
    kind: 'module',
    file: tests?.skillFile ?? join(folder, 'skill.js'),
    exportName: tests?.exportName ?? 'handler',
  } as const

  function source(): string {
    const skill = parts.skill()
    const isModule = skill === undefined || typeof skill === 'function' || tests?.skillFile !== undefined
    return exportedTest({
      recording: recorder.recording(),
      skillId: emulator.skillId,
      skillPackage: skillPackage instanceof URL ? fileURLToPath(skillPackage) : skillPackage && resolve(skillPackage),
      folder,
      skill: isModule ? module : { kind: 'url', url: String(skill), port: Number(new URL(emulator.url).port) },
      hasMailbox,
      turn,
    })
  }

  return {
    source,
    nextFile: () => tests && relative(process.cwd(), freeTestFile(tests.folder)),
    async save() {
      if (tests === undefined) throw new CommandRefused('The console has no folder for tests. Copy the test instead.')
      return relative(process.cwd(), await writeTestFile(tests.folder, source()))
    },
  }
}
