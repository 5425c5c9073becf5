import { resolve } from 'node:path'
import { isAskCliV1Project } from './ask-cli-v1.js'
import { CannotRun } from './cannot-run.js'
import { checkSkillManifest, type ManifestFinding, manifestRules } from './check-skill-manifest.js'
import { isManifestError } from './manifest-error.js'
import { findManifestFile, readManifestFile } from './manifest-file.js'
import { parseJson } from './parse-json.js'
import type { LocatedFinding } from './report.js'
import { askCliV1Advice } from './rules/endpoint-rules.js'
import type { SkillUse } from './skill-use.js'

/**
 * The findings in the manifest that was given or found, in the order of its lines.
 *
 * @throws {CannotRun} if it cannot be checked; {ManifestError} for an invalid option
 */
export function manifestFindings(
  given: string | undefined,
  use: SkillUse,
  folder: string,
): { readonly file: string; readonly findings: readonly LocatedFinding[] } {
  const file = given ?? findManifestFile(folder)
  const { value, locate } = parseJson(readManifestFile(file, folder), file)
  const findings = findingsIn(value, use, file, folder)
    .map(
      ({ rule, severity, message, path, source }): LocatedFinding => ({
        file,
        ...locate(path),
        rule,
        severity,
        message,
        path,
        source,
      }),
    )
    .sort((left, right) => left.line - right.line || left.column - right.column)
  return { file, findings }
}

function findingsIn(manifest: unknown, use: SkillUse, file: string, folder: string): ManifestFinding[] {
  try {
    const findings = checkSkillManifest(manifest, use)
    const rule = 'ask-cli-v1'
    const description = manifestRules[rule]
    const isTold = findings.some((finding) => finding.rule === rule)
    if (description === undefined || isTold || !isAskCliV1Project(resolve(folder, file))) return findings
    const { severity, source } = description
    return [...findings, { rule, severity, message: askCliV1Advice, path: ['manifest'], source }]
  } catch (error) {
    throw isManifestError(error, 'manifest-invalid') ? new CannotRun(`${file}: ${error.message}`) : error
  }
}
