import type { SlotTypeValue } from '../skill/interaction-model.js'
import type { CompiledModel } from './compiled-model.js'
import type { Language } from './language.js'
import type { Token } from './tokens.js'
import type { TypedValues } from './typed-values.js'
import type { ValueList } from './value-list.js'

/** Words that may be the value of a slot. */
export interface Span {
  readonly start: number
  readonly end: number
  /** How well the slot explains the words, from 0 to 1. A word of the sample has 1. */
  readonly quality: number
  /** The weight of the words, compared with a word that says what the customer wants. */
  readonly weight: number
  /** The values that Alexa sends: what was said, or the converted value. Several if the slot has multiple values. */
  readonly values: readonly SpanValue[]
}

export interface SpanValue {
  readonly value: string
  /** The value that was found in the type's list. */
  readonly match: SlotTypeValue | undefined
}

export interface SpanSource {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly language: Language
  readonly model: CompiledModel
  readonly dynamic: ReadonlyMap<string, ValueList>
  readonly typed: TypedValues
}

/** Returns what was said from one word to another, as it was written. */
export function surface(start: number, end: number, { text, tokens }: Pick<SpanSource, 'text' | 'tokens'>): string {
  return text.slice(tokens[start]?.start, tokens[end - 1]?.end)
}
