import { styleText } from 'node:util'
import type { ManifestFinding } from './check-skill-manifest.js'
import { manifestRules } from './check-skill-manifest.js'
import type { Severity } from './manifest-rule.js'
import type { TextPosition } from './text-position.js'

/** A finding as `--json` prints it. */
export interface LocatedFinding extends ManifestFinding, TextPosition {
  readonly file: string
}

const colors = { error: 'red', warning: 'yellow' } as const

/**
 * Findings for people: by rule, errors first, with a count at the end. Coloured if the stream is a terminal, unless
 * `NO_COLOR` or a similar variable forbids it.
 */
export function report(file: string, findings: readonly LocatedFinding[], stream: NodeJS.WritableStream): string {
  const paint = (style: 'red' | 'yellow' | 'green' | 'bold' | 'dim', text: string) => styleText(style, text, { stream })
  if (findings.length === 0) return `${paint('green', `${file}: no problems found`)}\n`

  const blocks = (['error', 'warning'] as const).flatMap((severity) =>
    Object.entries(manifestRules).flatMap(([rule, { source }]) => {
      const group = findings.filter((finding) => finding.rule === rule && finding.severity === severity)
      if (group.length === 0) return []
      const lines = group.map(({ line, column, message }) => `  ${file}:${line}:${column}  ${message}\n`)
      const title = `${paint(colors[severity], severity)} ${paint('bold', rule)}\n`
      return `${title}${lines.join('')}  ${paint('dim', source)}\n`
    }),
  )
  return `${blocks.join('\n')}\n${paint('bold', summary(findings))}\n`
}

function summary(findings: readonly LocatedFinding[]): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const counts = (['error', 'warning'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => plural(count(severity), severity))
  return `${plural(findings.length, 'problem')}: ${counts.join(', ')}`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
