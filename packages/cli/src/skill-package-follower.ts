import { setTimeout } from 'node:timers/promises'
import { type Emulator, isEmulatorError } from '@alexa-profile/emulator'
import { CannotRun } from './cannot-run.js'
import type { Notice } from './dev-report.js'
import { startFileWatch } from './file-watch.js'
import { checkSkillPackage, skillPackageFiles } from './skill-package.js'

/** How long a program may wait for files that are written again and again. */
const longestWaitMs = 10_000
const lookAgainMs = 20

export interface SkillPackageFollower {
  /** Resolves when the emulator has read what is on disk, or cannot; after 10 s in any case. */
  upToDate(): Promise<void>
  close(): void
}

/** The emulator follows the skill package, so that a forgotten permission is fixed without a restart. */
export function followSkillPackage(
  manifest: string,
  folder: string,
  emulator: Pick<Emulator, 'reloadSkillPackage'>,
  notify: (notice: Notice) => void,
): SkillPackageFollower {
  let closed = false
  const files = startFileWatch(() => {
    const startedAtMs = Date.now()
    try {
      checkSkillPackage(manifest, folder)
      emulator.reloadSkillPackage()
      notify({ level: 'info', title: `${manifest} was read again` })
    } catch (error) {
      // the second reader finds what has changed since the first
      if (!(error instanceof CannotRun || isEmulatorError(error))) throw error
      notify({ level: 'error', title: `${manifest} cannot be read`, detail: error.message })
    }
    watch(startedAtMs)
  })
  const watch = (sinceMs: number) => files.watch(skillPackageFiles(manifest, folder), sinceMs)
  watch(Date.now())
  return {
    async upToDate() {
      const untilMs = Date.now() + longestWaitMs
      while (files.isChanging && !closed && Date.now() < untilMs) await setTimeout(lookAgainMs)
    },
    close() {
      closed = true
      files.close()
    },
  }
}
