import type { ParsedValue } from './field.js'

/** Parses a JSON string. `null` and `""` mean that nothing is stored. */
export function parseText(json: unknown): ParsedValue<string> {
  if (json === null || json === '') return 'not-set'
  return typeof json === 'string' ? { value: json } : 'invalid'
}
