import type { SlotTypeValue } from '../skill/interaction-model.js'
import { type SlotElement, slotWeight } from './compiled-model.js'
import { similarity } from './similarity.js'
import { type Span, type SpanSource, surface } from './span.js'
import { mostSpokenWords, spokenPhrase } from './spoken-phrase.js'
import { mostWordsOfValue } from './typed-values.js'
import { valueDoubt } from './value-doubt.js'

/** How well a value explains words: a value of the skill's own types, or a converted value. */
const quality = { own: 0.96, value: 0.95, ownWithoutArticle: 0.94, similar: 0.86 } as const

/** Returns the spans that a slot can take, by their end. */
export function spansOf(slot: SlotElement, source: SpanSource): readonly (readonly Span[])[] {
  const { tokens } = source
  const byEnd: Span[][] = Array.from({ length: tokens.length + 1 }, () => [])
  const most = mostWords(slot, source)
  for (let start = 0; start < tokens.length; start++) {
    for (let end = start + 1; end <= Math.min(tokens.length, start + most); end++) {
      const span = spanAt(slot, start, end, source)
      if (span !== undefined) byEnd[end]?.push(span)
    }
  }
  if (slot.multipleValues) addSeveral(byEnd, source)
  return byEnd
}

/** Returns the maximum number of words of a value. A search query may have any number. */
function mostWords(slot: SlotElement, source: SpanSource): number {
  if (slot.kind === 'value') return mostWordsOfValue
  const listed = [source.dynamic, source.model.lists].map((lists) => (lists.get(slot.type)?.mostWords ?? 0) + 1)
  return Math.max(mostSpokenWords(slot, source), ...listed)
}

function spanAt(slot: SlotElement, start: number, end: number, source: SpanSource): Span | undefined {
  if (slot.kind === 'value') {
    const value = source.typed.of(slot.type, start, end)
    const endsSmall = end - start > 1 && source.language.stopwords.has(source.tokens[end - 1]?.word ?? '')
    if (value === undefined || (endsSmall && source.typed.of(slot.type, start, end - 1) === value)) return undefined
    return {
      start,
      end,
      quality: quality.value - valueDoubt(slot.type, start, end, value, source),
      weight: slotWeight,
      values: [{ value, match: undefined }],
    }
  }
  return listed(slot, start, end, source) ?? spokenPhrase(slot, start, end, source)
}

function listed(slot: SlotElement, start: number, end: number, source: SpanSource): Span | undefined {
  const { tokens, language, model, dynamic } = source
  const words = tokens.slice(start, end).map(({ word }) => word)
  const lists = [dynamic.get(slot.type), model.lists.get(slot.type)]
  for (const values of lists) {
    if (values === undefined || words.length > values.mostWords + 1) continue
    const exact = values.find(words)
    if (exact !== undefined) return found(start, end, quality.own, exact)
    const [first = '', ...rest] = words
    const bare =
      rest.length > 0 &&
      language.lexicon.at([first], 0).some(({ items }) => items[0]?.role === 'article' || items[0]?.role === 'noise')
        ? values.find(rest)
        : undefined
    if (bare !== undefined) return { ...found(start + 1, end, quality.ownWithoutArticle, bare), start }
    const similar = words.length <= values.mostWords ? values.findSimilar(words, similarity) : undefined
    if (similar !== undefined) return found(start, end, quality.similar, similar)
  }
  return undefined

  function found(from: number, to: number, fit: number, match: SlotTypeValue): Span {
    return {
      start: from,
      end: to,
      quality: fit,
      weight: slotWeight,
      values: [{ value: surface(from, to, source), match }],
    }
  }
}

/** Adds lists such as "salt, pepper and sugar" for a slot with multiple values. */
function addSeveral(byEnd: Span[][], { tokens, language }: SpanSource): void {
  const isAnd = (at: number) =>
    language.lexicon.at([tokens[at]?.word ?? ''], 0).some(({ items }) => items[0]?.role === 'and')
  for (let end = 1; end < byEnd.length; end++) {
    for (const last of [...(byEnd[end] ?? [])]) {
      const joints = [last.start, ...(isAnd(last.start - 1) ? [last.start - 1] : [])]
      for (const joint of joints) {
        for (const first of byEnd[joint] ?? []) {
          if (first.values[0]?.match === undefined || last.values[0]?.match === undefined) continue
          const { start } = first
          const fit = Math.min(first.quality, last.quality)
          // one way to read the same words is enough: there may be millions
          if (byEnd[end]?.some((span) => span.start === start && span.quality >= fit)) continue
          byEnd[end]?.push({
            start,
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
