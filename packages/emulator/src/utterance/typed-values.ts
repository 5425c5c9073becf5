import type { Language } from './language.js'
import type { Item } from './languages/roles.js'
import { createReadings } from './readings.js'
import type { Token } from './tokens.js'
import { type ValueContext, valueTypes } from './value-types.js'

/** The values of Amazon's types in the words of one utterance. */
export interface TypedValues {
  readonly of: (type: string, start: number, end: number) => string | undefined
}

/** The number of digits of a long phone number, and of characters of a long Japanese date. */
export const mostWordsOfValue = 24

/** The maximum for all spans of an utterance. A long sentence has a few hundred. Noise has more, and is not worth the time. */
const mostReadings = 4000

const none: Reading = []

type Reading = readonly (readonly Item[])[]

export function createTypedValues(tokens: readonly Token[], language: Language, context: ValueContext): TypedValues {
  const readings = createReadings(tokens, language.lexicon, language.words.decimal)
  /** By type, then by start and length. Long texts have many spans, most of them without a meaning. */
  const known = new Map<string, Map<number, string | undefined>>()
  const readingsOf = new Map<number, Reading>()
  let spent = 0
  const hints = new Set((language.words.pastHints ?? '').split(',').flatMap((hint) => language.tokenizer.words(hint)))
  const isPast = tokens.some(({ word }) => hints.has(word))

  function read(key: number, start: number, end: number): Reading {
    const done = readingsOf.get(key)
    if (done !== undefined) return done
    const found = spent > mostReadings ? none : readings.of(start, end)
    spent += found.length
    const ordered = isPast ? found.toSorted((one, other) => dayOf(one) - dayOf(other)) : found
    readingsOf.set(key, ordered)
    return ordered
  }

  function compute(type: string, found: Reading): string | undefined {
    for (const reading of found) {
      const value = valueTypes[type]?.(reading, context)
      if (value !== undefined) return value
    }
    return undefined
  }

  return {
    of(type, start, end) {
      if (end - start > mostWordsOfValue) return undefined
      const key = start * (mostWordsOfValue + 1) + end - start
      const found = read(key, start, end)
      if (found.length === 0) return undefined
      const ofType = known.get(type) ?? new Map<number, string | undefined>()
      known.set(type, ofType)
      if (!ofType.has(key)) ofType.set(key, compute(type, found))
      return ofType.get(key)
    },
  }
}

function dayOf(items: readonly { role: string; value: number }[]): number {
  return items.find(({ role }) => role === 'day')?.value ?? 0
}
