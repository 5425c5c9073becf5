import { type Emulator, isEmulatorError } from '@alexa-profile/emulator'
import { CannotRun } from './cannot-run.js'
import type { Notice } from './dev-report.js'
import { startFileWatch } from './file-watch.js'
import { checkSkillPackage, skillPackageFiles } from './skill-package.js'
import { waitWhile } from './wait-while.js'

export interface SkillPackageFollower {
  /** Resolves when the emulator has read what is on disk, or cannot; after 10 s in any case. */
  upToDate(): Promise<void>
  close(): void
}

/** Reloads the skill package when it changes, so that a forgotten permission is fixed without a restart. */
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
    upToDate: () => waitWhile(() => files.isChanging && !closed),
    close() {
      closed = true
      files.close()
    },
  }
}
