import { type Alignment, type AlignmentInput, unfilledWeight } from './align.js'
import { type SlotElement, slotWeight, telling } from './compiled-model.js'
import type { Span } from './span.js'

export interface Completing extends Pick<AlignmentInput, 'likeness' | 'weights'> {
  /** The slots of the intent. */
  readonly slots: readonly SlotElement[]
  readonly spans: (slot: SlotElement) => readonly (readonly Span[])[]
  /** The words of the samples of the intent, without stopwords. */
  readonly ownWords: ReadonlySet<string>
  /** Returns the words beside a slot in the samples of the intent. */
  readonly neighbours: (slot: SlotElement) => ReadonlySet<string>
  readonly words: readonly string[]
  /** Returns what was said from one word to another. */
  readonly textOf: (start: number, end: number) => string
}

/** The quality up to which words are a value only if a sample has the slot in that place. */
export const doubtful = 0.7

/** A value below this quality needs a word beside it that identifies it: "seven" in "at seven". */
const sure = 0.8

/** The order matters, but less than the words. */
const outOfOrder = 0.85

/**
 * Finds a place for words that do not follow the order of the sample: a word of the sample in another place, and values
 * of the intent's other slots ("… tomorrow at seven").
 */
export function complete(aligned: Alignment, completing: Completing): Alignment {
  const alignment = withoutOwnWords(aligned, completing)
  if (alignment.left.length === 0 && alignment.missing.length === 0) return alignment
  const { slots, likeness, weights } = completing
  const { sample } = alignment
  const { filled, freed } = withoutMissingWords(alignment, completing)
  let { matched, spoken } = alignment
  const wanted = slots.filter(({ slot, kind }) => !filled.has(slot) && (kind === 'value' || kind === 'own-list'))
  const found = values([...alignment.left, ...freed], wanted, completing)
  const taken = new Set(found.flatMap(({ span: { start, end } }) => range(start, end)))
  for (const { slot, span } of found) {
    const isExpected = sample.elements.some((element) => 'slot' in element && element.slot === slot.slot)
    matched += outOfOrder * span.quality
    spoken += span.weight + (isExpected ? 1 - unfilledWeight : 1)
  }
  for (const at of taken) spoken -= weights[at] ?? 0
  for (const at of freed) spoken += weights[at] ?? 0
  const left = new Set([...alignment.left, ...freed].filter((at) => !taken.has(at)))
  const words = [...alignment.words]
  const missing = alignment.missing.filter((element) => {
    const at = [...left].find((index) => (likeness(element.word)[index] ?? 0) > 0)
    if (at === undefined || element.weight < 0.4) return true
    left.delete(at)
    matched += outOfOrder * element.weight * (likeness(element.word)[at] ?? 0)
    spoken += element.weight - (weights[at] ?? 0)
    words.push(element.weight)
    return false
  })
  const all = new Map([...filled, ...found.map(({ slot, span }) => [slot.slot, span] as const)])
  return {
    ...alignment,
    filled: all,
    left: [...left],
    missing,
    words,
    matched,
    spoken,
    fit: Math.min(1, (2 * matched) / spoken),
  }
}

/**
 * Does not use words of the intent's samples as unknown values of a list: "find" in "find me a dog", with the sample
 * "find a pet".
 */
function withoutOwnWords(alignment: Alignment, { slots, ownWords, words, weights }: Completing): Alignment {
  const isOwnWord = ([name, { start, end, quality, values }]: readonly [string, Span]) =>
    quality <= doubtful &&
    values.every(({ match }) => match === undefined) &&
    slots.some(({ slot, kind }) => slot === name && kind === 'own-list') &&
    range(start, end).every((at) => ownWords.has(words[at] ?? '') || (weights[at] ?? 0) < telling)
  const taken = [...alignment.filled].filter(isOwnWord)
  if (taken.length === 0) return alignment
  let { matched, spoken } = alignment
  const left = [...alignment.left]
  for (const [, { start, end, quality, weight }] of taken) {
    matched -= slotWeight * quality
    spoken += unfilledWeight - slotWeight - weight
    for (const at of range(start, end)) spoken += weights[at] ?? 0
    left.push(...range(start, end))
  }
  const filled = new Map([...alignment.filled].filter((one) => !isOwnWord(one)))
  return { ...alignment, filled, matched, spoken, left: left.toSorted((one, other) => one - other) }
}

/** Removes a word of the sample from the end of a phrase: "… a recipe for apple pie find". */
function withoutMissingWords({ filled, missing }: Alignment, { likeness, textOf }: Completing) {
  const freed: number[] = []
  const kept = [...filled].map(([slot, span]): readonly [string, Span] => {
    const isMissing = (at: number) =>
      missing.some(({ word, weight }) => weight >= 0.4 && (likeness(word)[at] ?? 0) >= 0.65)
    const [only, ...more] = span.values
    if (span.quality > doubtful || only === undefined || only.match !== undefined || more.length > 0)
      return [slot, span]
    let { start, end } = span
    while (end - start > 1 && isMissing(end - 1)) freed.push(--end)
    while (end - start > 1 && isMissing(start)) freed.push(start++)
    if (start === span.start && end === span.end) return [slot, span]
    return [slot, { ...span, start, end, values: [{ ...only, value: textOf(start, end) }] }]
  })
  return { filled: new Map(kept), freed }
}

/** The cost of a value, because one value that explains all words is likelier than two that share them. */
const perValue = 0.15

/** The gain if a value is beside a word that is beside its slot in samples: "for six", "at six". */
const besideWord = 0.25

interface Found {
  readonly slot: SlotElement
  readonly span: Span
}

interface Choice {
  readonly gain: number
  readonly found: readonly Found[]
}

/** Finds the values that explain most of the words. No word is used twice. */
function values(
  left: readonly number[],
  wanted: readonly SlotElement[],
  { spans, slots, neighbours, words, weights }: Completing,
): readonly Found[] {
  const free = new Set(left)
  const candidates = wanted.flatMap((slot) =>
    spans(slot)
      .flat()
      .filter(({ start, end, quality }) => quality > doubtful && range(start, end).every((at) => free.has(at)))
      .map((span) => ({ slot, span })),
  )
  const beside = ({ slot, span: { start, end } }: Found) => {
    const at = [words[start - 1], words[start], words[end]]
    const isBeside = (candidate: SlotElement) =>
      at.some((word) => word !== undefined && neighbours(candidate).has(word))
    return isBeside(slot) ? besideWord : slots.some(isBeside) ? -besideWord : 0
  }
  const likely = candidates.filter((found) => found.span.quality >= sure || beside(found) > 0)
  const gain = (found: Found) => quality(found) + beside(found)
  const quality = ({ span }: Found) =>
    span.quality * range(span.start, span.end).reduce((sum, at) => sum + (weights[at] ?? 0), 0) - perValue
  const known = new Map<string, Choice>()
  function best(from: number, used: readonly SlotElement[]): Choice {
    const names = used.map(({ slot }) => slot).toSorted()
    const key = [from, ...names].join(' ')
    const choice = known.get(key) ?? choose(from, used)
    known.set(key, choice)
    return choice
  }
  function choose(from: number, used: readonly SlotElement[]): Choice {
    let most: Choice = { gain: 0, found: [] }
    for (const candidate of likely) {
      if (candidate.span.start < from || used.includes(candidate.slot)) continue
      const rest = best(candidate.span.end, [...used, candidate.slot])
      const total = gain(candidate) + rest.gain
      if (total > most.gain) most = { gain: total, found: [candidate, ...rest.found] }
    }
    return most
  }
  return likely.length > 60 ? [] : best(0, []).found
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index)
}
