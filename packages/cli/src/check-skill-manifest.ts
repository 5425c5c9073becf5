import { isObject } from './is-object.js'
import { ManifestError } from './manifest-error.js'
import type { ManifestPath } from './manifest-path.js'
import type { RuleDescription, Severity } from './manifest-rule.js'
import { allRules } from './manifest-rules.js'
import { checkedUse, type SkillUse } from './skill-use.js'
import { createSubject } from './subject.js'

/** Something in the manifest that Amazon refuses, or that keeps the skill from what it means to do. */
export interface ManifestFinding {
  /** Stable, kebab-case; a key of `manifestRules`. */
  readonly rule: string
  readonly severity: Severity
  /** What was found, and what to do. Holds no value out of the manifest but the names concerned. */
  readonly message: string
  /** Where it is, or where it should be: `['manifest', 'permissions', 0, 'name']`. */
  readonly path: ManifestPath
  /** The page that states the rule, or a report of it. */
  readonly source: string
}

/** Every rule by its name: how bad a breach is, why, and who says so. */
export const manifestRules: Readonly<Record<string, RuleDescription>> = Object.freeze(
  Object.fromEntries(
    Object.entries(allRules).map(([rule, { severity, why, source }]) => [
      rule,
      Object.freeze({ severity, why, source }),
    ]),
  ),
)

/**
 * Checks a skill's manifest against what Amazon demands of skills that read profile data, and against what this skill
 * does. A pure function: it reads no file and changes nothing.
 *
 * @param manifest The parsed content of `skill.json`, with `manifest` in it.
 * @param use What the skill does; rules that need an option which is not given do not run.
 * @returns What was found, by rule; empty when all is well.
 * @throws {ManifestError} `manifest-invalid` when this is no manifest at all; `option-invalid` or `field-unknown` for
 * an option that cannot be used.
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
  const form = 'It must be an object with a member "manifest", as ask-cli writes it.'
  if (!isObject(manifest)) throw new ManifestError('manifest-invalid', form)
  if (Object.hasOwn(manifest, 'manifest') && isObject(manifest.manifest)) return manifest.manifest
  const isOld = Object.hasOwn(manifest, 'skillManifest')
  throw new ManifestError('manifest-invalid', isOld ? `${form} "skillManifest" is how version 0 called it.` : form)
}
