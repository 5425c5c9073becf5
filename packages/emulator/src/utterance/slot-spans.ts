import type { SlotTypeValue } from '../skill/interaction-model.js'
import { type CompiledModel, type SlotElement, slotWeight } from './compiled-model.js'
import type { Language } from './language.js'
import { similarity } from './similarity.js'
import type { Token } from './tokens.js'
import type { TypedValues } from './typed-values.js'
import type { ValueList } from './value-list.js'

/** Words that may be a slot's value. */
export interface Span {
  readonly start: number
  readonly end: number
  /** How well the slot explains the words, from 0 to 1. A word of the sample is 1. */
  readonly quality: number
  /** What the words weigh beside a word that says something. */
  readonly weight: number
  /** As Alexa passes it on: what was said, or the converted value. Several if the slot has multiple values. */
  readonly values: readonly SpanValue[]
}

export interface SpanValue {
  readonly value: string
  /** The value of the type's list that was found. */
  readonly match: SlotTypeValue | undefined
  /** Whether the match comes from dynamic entities. */
  readonly isDynamic: boolean
}

export interface SpanSource {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly language: Language
  readonly model: CompiledModel
  readonly dynamic: ReadonlyMap<string, ValueList>
  readonly typed: TypedValues
}

const quality = { own: 0.96, value: 0.95, ownWithoutArticle: 0.94, similar: 0.86, query: 0.35 } as const
/** What a list that accepts other values explains, by the number of words. */
const builtInList = [0, 0.6, 0.6, 0.5, 0.4, 0.3, 0.2]
const openList = [0, 0.5, 0.45, 0.2, 0.1]

/** The spans that a slot can take, by where they end. */
export function spansOf(slot: SlotElement, source: SpanSource): readonly (readonly Span[])[] {
  const { tokens } = source
  const byEnd: Span[][] = Array.from({ length: tokens.length + 1 }, () => [])
  for (let start = 0; start < tokens.length; start++) {
    for (let end = start + 1; end <= tokens.length; end++) {
      const span = spanAt(slot, start, end, source)
      if (span !== undefined) byEnd[end]?.push(span)
    }
  }
  if (slot.multipleValues) addSeveral(byEnd, source)
  return byEnd
}

function spanAt(slot: SlotElement, start: number, end: number, source: SpanSource): Span | undefined {
  if (slot.kind === 'value') {
    const value = source.typed.of(slot.type, start, end)
    const endsSmall = end - start > 1 && source.language.stopwords.has(source.tokens[end - 1]?.word ?? '')
    if (value === undefined || (endsSmall && source.typed.of(slot.type, start, end - 1) === value)) return undefined
    return {
      start,
      end,
      quality: quality.value - doubt(slot.type, start, end, value, source),
      weight: slotWeight,
      values: [{ value, match: undefined, isDynamic: false }],
    }
  }
  return listed(slot, start, end, source) ?? spoken(slot, start, end, source)
}

/** How likely words that can be a value mean something else, from 0 to 1. */
function doubt(
  type: string,
  start: number,
  end: number,
  value: string,
  { tokens, language, typed }: SpanSource,
): number {
  const isDate = type === 'AMAZON.DATE'
  const isTime = type === 'AMAZON.TIME'
  // "Hour" alone is rarely one hour.
  if (type === 'AMAZON.DURATION') return end - start === 1 ? 0.3 : 0
  if (!isDate && !isTime && type !== 'AMAZON.NUMBER') return 0
  const isSmall = (at: number) => language.stopwords.has(tokens[at]?.word ?? '')
  let from = start
  while (from < end - 1 && isSmall(from)) from++
  const number = typed.of('AMAZON.NUMBER', from, end) ?? typed.of('AMAZON.NUMBER', start, end)
  // "Seven and a half" is half past seven before it is 7.5.
  if (number !== undefined && (Number.isInteger(Number(number)) || !(isDate || isTime))) {
    // An article is a one at times, and Alexa's numbers are whole.
    const least = (from === end - 1 && isSmall(from)) || number.includes('.') ? 0.35 : 0
    return least + (isDate ? 0.45 : isTime ? 0.2 : 0)
  }
  // A part of the day, or "tomorrow" in a language that has one word for it and the morning, may belong to a date.
  const isDay = isTime && end - start > 1 && typed.of('AMAZON.DATE', start, start + 1) !== undefined
  return isTime && (isDay || /^[A-Z]/.test(value)) ? 0.1 : 0
}

function listed(slot: SlotElement, start: number, end: number, source: SpanSource): Span | undefined {
  const { tokens, language, model, dynamic } = source
  const words = tokens.slice(start, end).map(({ word }) => word)
  const lists = [dynamic.get(slot.type), model.lists.get(slot.type)]
  for (const [index, values] of lists.entries()) {
    if (values === undefined || words.length > values.mostWords + 1) continue
    const isDynamic = index === 0
    const exact = values.find(words)
    if (exact !== undefined) return found(start, end, quality.own, exact, isDynamic)
    const [first = '', ...rest] = words
    const bare =
      rest.length > 0 &&
      language.lexicon.entries(first).some(({ items }) => items[0]?.role === 'article' || items[0]?.role === 'noise')
        ? values.find(rest)
        : undefined
    if (bare !== undefined) return { ...found(start + 1, end, quality.ownWithoutArticle, bare, isDynamic), start }
    const similar = words.length <= values.mostWords ? values.findSimilar(words, similarity) : undefined
    if (similar !== undefined) return found(start, end, quality.similar, similar, isDynamic)
  }
  return undefined

  function found(from: number, to: number, fit: number, match: SlotTypeValue, isDynamic: boolean): Span {
    return {
      start: from,
      end: to,
      quality: fit,
      weight: slotWeight,
      values: [{ value: surface(from, to, source), match, isDynamic }],
    }
  }
}

function spoken(slot: SlotElement, start: number, end: number, source: SpanSource): Span | undefined {
  const { tokens, language, model } = source
  const words = tokens.slice(start, end).map(({ word }) => word)
  const count = language.words.spaceless === true ? Math.ceil(words.length / 3) : words.length
  const fit =
    slot.kind === 'query' ? quality.query : ((slot.kind === 'built-in-list' ? builtInList : openList)[count] ?? 0)
  if (fit === 0) return undefined
  const small = (word: string | undefined) => word !== undefined && language.stopwords.has(word)
  const edges = (small(words[0]) ? 0.5 : 0) + (small(words.at(-1)) ? 2 : 0)
  const polite = [words[0], words.at(-1)].filter((word) => word !== undefined && language.politeWords.has(word)).length
  const isOnlySmall = words.every(small)
  const ofSamples = words.filter((word) => (model.weights.get(word) ?? 0) > 0.4).length / words.length
  const less = slot.kind === 'query' ? 0.02 * edges + 0.05 * ofSamples : 0.08 * edges + 0.12 * ofSamples
  const dated = slot.kind === 'query' ? 0 : 0.45 * (isDated(start, end, source) ? 1 : 0)
  const left = fit - less - dated - 0.15 * polite - (isOnlySmall ? 0.2 : 0)
  if (left <= 0) return undefined
  const value = surface(start, end, source)
  const weight = Math.min(slotWeight + (slot.kind === 'query' ? 0.2 : 0.5) * Math.max(0, count - 2), 2.5)
  return { start, end, quality: left, weight, values: [{ value, match: undefined, isDynamic: false }] }
}

/** Whether a phrase begins or ends with a day or a time, which does not belong to it: "Leeds tomorrow". */
function isDated(start: number, end: number, { tokens, language, typed }: SpanSource): boolean {
  const isWhen = (from: number, to: number) => {
    const isSmall = to - from === 1 && language.stopwords.has(tokens[from]?.word ?? '')
    if (isSmall || typed.of('AMAZON.NUMBER', from, to) !== undefined) return false
    return typed.of('AMAZON.DATE', from, to) !== undefined || typed.of('AMAZON.TIME', from, to) !== undefined
  }
  for (let at = start + 1; at < end; at++) if (isWhen(start, at) || isWhen(at, end)) return true
  return false
}

/** What was said from one word to another, as it was written. */
export function surface(start: number, end: number, { text, tokens }: Pick<SpanSource, 'text' | 'tokens'>): string {
  return text.slice(tokens[start]?.start, tokens[end - 1]?.end)
}

/** "Salt, pepper and sugar" for a slot that has multiple values. */
function addSeveral(byEnd: Span[][], { tokens, language }: SpanSource): void {
  const isAnd = (at: number) =>
    language.lexicon.entries(tokens[at]?.word ?? '').some(({ items }) => items[0]?.role === 'and')
  for (let end = 1; end < byEnd.length; end++) {
    for (const last of [...(byEnd[end] ?? [])]) {
      const joints = [last.start, ...(isAnd(last.start - 1) ? [last.start - 1] : [])]
      for (const joint of joints) {
        for (const first of byEnd[joint] ?? []) {
          if (first.values[0]?.match === undefined || last.values[0]?.match === undefined) continue
          const fit = Math.min(first.quality, last.quality)
          byEnd[end]?.push({
            start: first.start,
            end,
            quality: fit,
            weight: slotWeight,
            values: [...first.values, ...last.values],
          })
        }
      }
    }
  }
}
