import type { ManifestPath } from './manifest-path.js'
import type { Subject } from './subject.js'

/**
 * The severity of a finding. `error`: Amazon rejects the manifest, or the skill cannot do what its options say.
 * `warning`: probably a mistake.
 */
export type Severity = 'error' | 'warning'

/** A rule as the guide to `skill.json` lists it. */
export interface RuleDescription {
  readonly severity: Severity
  /** Why the rule matters, in one sentence. */
  readonly why: string
  /** The page that states it, or an issue that reports it. */
  readonly source: string
}

export interface Problem {
  /** What is wrong, and what to do. */
  readonly message: string
  /** The path, without the leading `manifest`. */
  readonly path: ManifestPath
}

export interface ManifestRule extends RuleDescription {
  readonly problems: (subject: Subject) => readonly Problem[]
}

export type ManifestRules = Readonly<Record<string, ManifestRule>>
