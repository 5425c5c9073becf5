import { type SlotElement, slotWeight } from './compiled-model.js'
import { type Span, type SpanSource, surface } from './span.js'

/** How well a search query explains words. */
const query = 0.35
/** How well an Amazon list explains words that are not a value of its extension, by the number of words. */
const builtInList = [0, 0.6, 0.6, 0.5, 0.4, 0.3, 0.2]
/** How well a type of the skill explains words that are not one of its values, by the number of words. */
const openList = [0, 0.5, 0.45, 0.2, 0.1]

/**
 * Returns the maximum number of words for a value that is not in the list of its type. Japanese has about three
 * characters per word.
 */
export function mostSpokenWords({ kind }: SlotElement, { language }: SpanSource): number {
  if (kind === 'query') return Number.POSITIVE_INFINITY
  const most = (kind === 'built-in-list' ? builtInList : openList).length - 1
  return language.words.spaceless === true ? 3 * most : most
}

/** Returns a phrase that Alexa sends although it is not a value of the type. */
export function spokenPhrase(slot: SlotElement, start: number, end: number, source: SpanSource): Span | undefined {
  const { tokens, language } = source
  const length = end - start
  const count = language.words.spaceless === true ? Math.ceil(length / 3) : length
  const fit = slot.kind === 'query' ? query : ((slot.kind === 'built-in-list' ? builtInList : openList)[count] ?? 0)
  if (fit === 0) return undefined
  const [first = '', last = ''] = [tokens[start]?.word, tokens[end - 1]?.word]
  const small = (word: string) => language.stopwords.has(word)
  const edges = (small(first) ? 0.5 : 0) + (small(last) ? 2 : 0)
  const polite = [first, last].filter((word) => language.politeWords.has(word)).length
  const { ofSamples, smallWords } = wordCounts(source)
  const isOnlySmall = between(smallWords, start, end) === length
  const shareOfSamples = between(ofSamples, start, end) / length
  const less = slot.kind === 'query' ? 0.02 * edges + 0.05 * shareOfSamples : 0.08 * edges + 0.12 * shareOfSamples
  const dated = slot.kind === 'query' ? 0 : 0.45 * (isDated(start, end, source) ? 1 : 0)
  const left = fit - less - dated - 0.15 * polite - (isOnlySmall ? 0.2 : 0)
  if (left <= 0) return undefined
  const value = surface(start, end, source)
  const weight = Math.min(slotWeight + (slot.kind === 'query' ? 0.2 : 0.5) * Math.max(0, count - 2), 2.5)
  return { start, end, quality: left, weight, values: [{ value, match: undefined }] }
}

interface WordCounts {
  readonly ofSamples: readonly number[]
  readonly smallWords: readonly number[]
}

/** A search query may be any part of a long text, so its words are counted once. */
const counts = new WeakMap<SpanSource, WordCounts>()

function wordCounts(source: SpanSource): WordCounts {
  const { tokens, language, model } = source
  const upTo = (holds: (word: string) => boolean) => {
    let count = 0
    return [0, ...tokens.map(({ word }) => (count += holds(word) ? 1 : 0))]
  }
  const known = counts.get(source) ?? {
    ofSamples: upTo((word) => (model.weights.get(word) ?? 0) > 0.4),
    smallWords: upTo((word) => language.stopwords.has(word)),
  }
  counts.set(source, known)
  return known
}

function between(upTo: readonly number[], start: number, end: number): number {
  return (upTo[end] ?? 0) - (upTo[start] ?? 0)
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
