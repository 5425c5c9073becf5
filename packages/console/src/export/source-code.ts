/** Longer lines are broken, as formatters do. */
const maximumColumns = 100

/** Writes JSON-like data as TypeScript source, in single quotes. Leaves out undefined members. */
export function code(value: unknown, level = 0): string {
  if (typeof value === 'string') return quoted(value)
  if (value instanceof RawCode) return value.source
  if (typeof value !== 'object' || value === null) return String(value)
  const isList = Array.isArray(value)
  const parts = isList
    ? value.map((item) => code(item, level + 1))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => `${nameOf(name)}: ${code(member, level + 1)}`)
  const [open, close] = isList ? '[]' : '{}'
  if (parts.length === 0) return `${open}${close}`
  const line = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`
  if (line.length + 2 * level <= maximumColumns && !line.includes('\n')) return line
  const inner = '  '.repeat(level + 1)
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${'  '.repeat(level)}${close}`
}

/** Source code among data, which is written unchanged. */
export class RawCode {
  constructor(readonly source: string) {}
}

/** Indents all lines, or all but the first. */
export function indented(source: string, level: number, first = false): string {
  const lines = source
    .split('\n')
    .map((line, index) => (line !== '' && (first || index > 0) ? '  '.repeat(level) + line : line))
  return lines.join('\n')
}

/**
 * Escapes characters that a source file cannot contain or would not show, for a string or a regular expression: line
 * breaks, control characters, and halves of surrogate pairs, which UTF-8 cannot represent.
 */
export function escapedCharacters(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu,
    (unit) => named[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function quoted(text: string): string {
  const quote = text.includes("'") ? '"' : "'"
  return `${quote}${escapedCharacters(text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`))}${quote}`
}

function nameOf(member: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(member) && member !== '__proto__' ? member : `[${quoted(member)}]`
}
