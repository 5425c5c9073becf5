import { isObject } from './is-object.js'
import { ManifestError } from './manifest-error.js'
import type { ManifestPath } from './manifest-path.js'
import type { RuleDescription, Severity } from './manifest-rule.js'
import { allRules } from './manifest-rules.js'
import { checkedUse, type SkillUse } from './skill-use.js'
import { createSubject } from './subject.js'

/** A mistake in the manifest: Amazon rejects it, or the skill cannot do what its options say. */
export interface ManifestFinding {
  /** The stable name of the rule, in kebab case; a key of `manifestRules`. */
  readonly rule: string
  readonly severity: Severity
  /** What is wrong, and what to do. Of the manifest's values, it contains only the names concerned. */
  readonly message: string
  /** The position of the value, or where it should be: `['manifest', 'permissions', 0, 'name']`. */
  readonly path: ManifestPath
  /** The page that states the rule, or an issue that reports it. */
  readonly source: string
}

/** Every rule by its name, with its severity, its reason and its source. */
export const manifestRules: Readonly<Record<string, RuleDescription>> = Object.freeze(
  Object.fromEntries(
    Object.entries(allRules).map(([rule, { severity, why, source }]) => [
      rule,
      Object.freeze({ severity, why, source }),
    ]),
  ),
)

/**
 * Checks a skill's manifest against Amazon's requirements for skills that read profile data, and against what this
 * skill does. A pure function: it reads no file and changes nothing.
 *
 * @param manifest The parsed content of `skill.json`, an object with the member `manifest`.
 * @param use What the skill does. A rule that needs an option runs only if the option is given.
 * @returns The findings, by rule; empty if there are no problems.
 * @throws {ManifestError} `manifest-invalid` if this is not a manifest; `option-invalid` or `field-unknown` for an
 * invalid option.
 *
 * @example
 * ```ts
 * const findings = checkSkillManifest(JSON.parse(await readFile('skill-package/skill.json', 'utf8')), {
 *   fields: ['givenName', 'email'],
 * })
 * ```
 */
export function checkSkillManifest(manifest: unknown, use: SkillUse = {}): ManifestFinding[] {
  const subject = createSubject(innerManifest(manifest), checkedUse(use))
  return Object.entries(allRules).flatMap(([rule, { severity, source, problems }]) =>
    problems(subject).map(({ message, path }) => ({ rule, severity, message, path: ['manifest', ...path], source })),
  )
}

function innerManifest(manifest: unknown): Readonly<Record<string, unknown>> {
  const form = 'This is not a skill manifest. It must be an object with the member "manifest", as ask-cli writes it.'
  if (!isObject(manifest)) throw new ManifestError('manifest-invalid', form)
  if (Object.hasOwn(manifest, 'manifest') && isObject(manifest.manifest)) return manifest.manifest
  const isOld = Object.hasOwn(manifest, 'skillManifest')
  throw new ManifestError(
    'manifest-invalid',
    isOld ? `${form} Rename "skillManifest" to "manifest": it is the name from version 0.` : form,
  )
}
