import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { startFileWatch } from './file-watch.js'
import type { SkillProblem } from './skill-problem.js'
import { type LambdaContext, type SkillProcess, type SkillProcessOptions, startSkillProcess } from './skill-process.js'
import { waitWhile } from './wait-while.js'

/** The reason for loading the module: the first time, a changed file, or the end of the previous process. */
export type LoadReason = 'loaded' | 'reloaded' | 'restarted'

/** The result of loading the module. */
export type LoadOutcome =
  | { readonly outcome: 'loading' | LoadReason }
  | { readonly outcome: 'failed'; readonly problem: SkillProblem }
  /** The module's own file was deleted. The loaded version goes on responding. */
  | { readonly outcome: 'gone' }

export interface ModuleSkillOptions extends Omit<SkillProcessOptions, 'loaded'> {
  readonly told: (outcome: LoadOutcome) => void
}

/** A skill that is a module, always in the version that is on disk. */
export interface ModuleSkill {
  /** Waits for a module that is being loaded. Rejects if it cannot be loaded. */
  readonly handler: (event: unknown, context: LambdaContext) => Promise<unknown>
  /** Resolves after the first attempt to load the module. */
  readonly tried: Promise<void>
  /** Resolves after an attempt to load the version on disk; after 10 s in any case. */
  upToDate(): Promise<void>
  close(): Promise<void>
}

/**
 * Loads the module in a separate process, and in a new one when a file changes that was loaded with it. If the new
 * version cannot be loaded, the skill fails: responses from an older version would be confusing.
 */
export function startModuleSkill({ told, ...options }: ModuleSkillOptions): ModuleSkill {
  const processes = new Set<SkillProcess>()
  const files = startFileWatch(reload)
  let failed = false
  let closed = false
  let current = load('loaded')

  function load(outcome: LoadReason): SkillProcess {
    failed = false
    told({ outcome: 'loading' })
    const process = startSkillProcess({
      ...options,
      loaded: () => process === current && files.watch(process.files, process.startedAtMs),
    })
    processes.add(process)
    process.ended.then(() => processes.delete(process))
    process.ready.then(
      () => tell(process, { outcome }),
      (problem: SkillProblem) => {
        if (process === current) {
          failed = true
          // the missing file may appear in any of the folders
          const folders = problem.isMissing ? [...process.files].map((file) => dirname(file)) : []
          files.watch(new Set([...process.files, ...folders]), process.startedAtMs)
        }
        tell(process, { outcome: 'failed', problem })
      },
    )
    return process
  }

  function tell(process: SkillProcess, outcome: LoadOutcome): void {
    if (process === current && !closed) told(outcome)
  }

  function reload(): void {
    if (existsSync(options.file)) {
      current.retire()
      current = load('reloaded')
    } else {
      told({ outcome: 'gone' })
    }
  }

  return {
    tried: current.ready.catch(() => {}),
    async handler(event, context) {
      // A process ends if it crashes or is too slow. As on Lambda, the next request gets a new one.
      if (!failed && !current.alive && !closed) current = load('restarted')
      return current.invoke(event, context)
    },
    upToDate: () =>
      waitWhile(async () => {
        await current.ready.catch(() => {})
        return files.isChanging && !closed
      }),
    async close() {
      closed = true
      files.close()
      await Promise.all([...processes].map((process) => process.stop()))
    },
  }
}
