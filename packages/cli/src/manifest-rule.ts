import type { ManifestPath } from './manifest-path.js'
import type { Subject } from './subject.js'

/**
 * `error`: Amazon refuses the manifest, or the skill cannot do what it means to.
 * `warning`: probably not what was meant.
 */
export type Severity = 'error' | 'warning'

/** What a rule is about, as the README lists it. */
export interface RuleDescription {
  readonly severity: Severity
  /** Why it matters, in one sentence. */
  readonly why: string
  /** The page that states it, or a report of it. */
  readonly source: string
}

export interface Problem {
  /** What was found, and what to do. */
  readonly message: string
  /** Without the leading `manifest`. */
  readonly path: ManifestPath
}

export interface ManifestRule extends RuleDescription {
  readonly problems: (subject: Subject) => readonly Problem[]
}

export type ManifestRules = Readonly<Record<string, ManifestRule>>
