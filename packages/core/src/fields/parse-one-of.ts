import type { ParsedValue } from './field.js'

/** Parses one of a few words. `null` and `""` mean that nothing is stored. */
export function parseOneOf<const Word extends string>(json: unknown, words: readonly Word[]): ParsedValue<Word> {
  if (json === null || json === '') return 'not-set'
  const value = words.find((word) => word === json)
  return value === undefined ? 'invalid' : { value }
}
