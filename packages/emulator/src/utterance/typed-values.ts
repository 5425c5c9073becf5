import type { Language } from './language.js'
import { createReadings } from './readings.js'
import type { Token } from './tokens.js'
import { type ValueContext, valueTypes } from './value-types.js'

/** Values of Amazon's types in the words of one utterance. */
export interface TypedValues {
  readonly of: (type: string, start: number, end: number) => string | undefined
}

/** A phone number has that many digits, and a Japanese date that many characters. */
const mostWords = 24

export function createTypedValues(tokens: readonly Token[], language: Language, context: ValueContext): TypedValues {
  const readings = createReadings(tokens, language.lexicon, language.words.decimal)
  const known = new Map<string, string | undefined>()
  const hints = new Set((language.words.pastHints ?? '').split(',').flatMap((hint) => language.tokenizer.words(hint)))
  const isPast = tokens.some(({ word }) => hints.has(word))

  function compute(type: string, start: number, end: number): string | undefined {
    const found = readings.of(start, end)
    const ordered = isPast ? found.toSorted((one, other) => dayOf(one) - dayOf(other)) : found
    for (const reading of ordered) {
      const value = valueTypes[type]?.(reading, context)
      if (value !== undefined) return value
    }
    return undefined
  }
  return {
    of(type, start, end) {
      if (end - start > mostWords) return undefined
      const key = `${type} ${start} ${end}`
      if (!known.has(key)) known.set(key, compute(type, start, end))
      return known.get(key)
    },
  }
}

function dayOf(items: readonly { role: string; value: number }[]): number {
  return items.find(({ role }) => role === 'day')?.value ?? 0
}
