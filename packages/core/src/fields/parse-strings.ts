import { isObject, own } from '../base/own.js'
import type { ParsedValue } from './field.js'

/** Parses an object of strings, without members that are `null` or empty. If none remains, nothing is stored. */
export function parseStrings<Name extends string>(
  json: unknown,
  names: readonly Name[],
): ParsedValue<{ readonly [N in Name]?: string }> {
  if (json === null || json === '') return 'not-set'
  if (!isObject(json) || Array.isArray(json)) return 'invalid'
  const members = names.map((name) => [name, own(json, name)] as const)
  const filled = members.filter(([, value]) => value !== undefined && value !== null && value !== '')
  if (!filled.every(([, value]) => typeof value === 'string')) return 'invalid'
  if (filled.length === 0) return 'not-set'
  return { value: Object.freeze(Object.fromEntries(filled)) as { readonly [N in Name]?: string } }
}
