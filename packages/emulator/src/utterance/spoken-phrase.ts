import { type SlotElement, slotWeight } from './compiled-model.js'
import { type Span, type SpanSource, surface } from './span.js'

/** How well a search query explains words. */
const query = 0.35
/** How well a list of Amazon's explains words that are no value of its extension, by the number of words. */
const builtInList = [0, 0.6, 0.6, 0.5, 0.4, 0.3, 0.2]
/** How well a type of the skill explains words that are no value of it: two at most. */
const openList = [0, 0.5, 0.45, 0.2, 0.1]

/** A phrase that Alexa passes on although it is no value of the type. */
export function spokenPhrase(slot: SlotElement, start: number, end: number, source: SpanSource): Span | undefined {
  const { tokens, language, model } = source
  const words = tokens.slice(start, end).map(({ word }) => word)
  const count = language.words.spaceless === true ? Math.ceil(words.length / 3) : words.length
  const fit = slot.kind === 'query' ? query : ((slot.kind === 'built-in-list' ? builtInList : openList)[count] ?? 0)
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
  return { start, end, quality: left, weight, values: [{ value, match: undefined }] }
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
