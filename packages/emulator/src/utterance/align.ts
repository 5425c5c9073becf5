import { type Sample, slotWeight, type WordElement } from './compiled-model.js'
import type { Span } from './span.js'

/** How an utterance matches a sample. */
export interface Alignment {
  readonly sample: Sample
  /** How well they match, from 0 to 1: twice the weight of what matches, divided by the weight of both. */
  readonly fit: number
  /** Whether every word of both has a place. */
  readonly isComplete: boolean
  readonly filled: ReadonlyMap<string, Span>
  /** Words of the utterance without a place. */
  readonly left: readonly number[]
  /** Words of the sample that were not said. */
  readonly missing: readonly WordElement[]
  /** The weights of the sample's words that were said. */
  readonly words: readonly number[]
  readonly matched: number
  readonly spoken: number
}

export interface AlignmentInput {
  readonly count: number
  /** The weight of each word of the utterance. */
  readonly weights: readonly number[]
  /** Returns how similar a word of a sample is to each word of the utterance. */
  readonly likeness: (word: string) => readonly number[]
  /** Returns the spans that a slot of this sample can take, by their end. */
  readonly spans: (element: Exclude<Sample['elements'][number], { word: string }>) => readonly (readonly Span[])[]
}

/** What a word without a place costs, compared with what a word with a place gains. */
const lost = 0.4

/** The weight of a slot that the utterance does not fill: low, because customers leave slots out. */
export const unfilledWeight = 0.6

const Step = { Match: 1, SkipWord: 2, SkipElement: 3 } as const

/** Finds the best way to align the words of an utterance with a sample, in order. */
export function align(sample: Sample, { count, weights, likeness, spans }: AlignmentInput): Alignment {
  const { elements } = sample
  const width = count + 1
  const size = (elements.length + 1) * width
  const scores = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
  const steps = new Uint8Array(size)
  const taken: (Span | undefined)[] = []
  scores[0] = 0
  for (let at = 1; at < width; at++) {
    scores[at] = (scores[at - 1] ?? 0) - lost * (weights[at - 1] ?? 0)
    steps[at] = Step.SkipWord
  }
  for (const [index, element] of elements.entries()) {
    const isWord = 'word' in element
    const alike = isWord ? likeness(element.word) : undefined
    const byEnd = isWord ? undefined : spans(element)
    const skipped = lost * (isWord ? element.weight : unfilledWeight)
    const [row, above] = [(index + 1) * width, index * width]
    for (let at = 0; at < width; at++) {
      let best = (scores[above + at] ?? 0) - skipped
      let step: number = Step.SkipElement
      let span: Span | undefined
      if (at > 0) {
        const withoutWord = (scores[row + at - 1] ?? 0) - lost * (weights[at - 1] ?? 0)
        if (withoutWord > best) [best, step] = [withoutWord, Step.SkipWord]
        const like = alike?.[at - 1] ?? 0
        if (isWord && like > 0) {
          const matched = (scores[above + at - 1] ?? 0) + element.weight * like
          if (matched >= best) [best, step] = [matched, Step.Match]
        }
        for (const candidate of byEnd?.[at] ?? []) {
          const filled = (scores[above + candidate.start] ?? 0) + slotWeight * candidate.quality
          if (filled > best) [best, step, span] = [filled, Step.Match, candidate]
        }
      }
      scores[row + at] = best
      steps[row + at] = step
      taken[row + at] = span
    }
  }
  return follow(sample, { weights, likeness }, steps, taken, width)
}

function follow(
  sample: Sample,
  { weights, likeness }: Pick<AlignmentInput, 'weights' | 'likeness'>,
  steps: Uint8Array,
  taken: readonly (Span | undefined)[],
  width: number,
): Alignment {
  const filled = new Map<string, Span>()
  const left: number[] = []
  const words: number[] = []
  const missing: WordElement[] = []
  let [matched, spoken, expected] = [0, 0, 0]
  let isComplete = true
  let [index, at] = [sample.elements.length, width - 1]
  while (index > 0 || at > 0) {
    const step = index === 0 ? Step.SkipWord : steps[index * width + at]
    const element = sample.elements[index - 1]
    if (step === Step.SkipWord) {
      at--
      left.unshift(at)
      spoken += weights[at] ?? 0
      isComplete = false
      continue
    }
    index--
    if (element === undefined) continue
    if (step === Step.SkipElement) {
      if ('word' in element) missing.push(element)
      expected += 'word' in element ? element.weight : unfilledWeight
      isComplete = false
    } else if ('word' in element) {
      at--
      const like = likeness(element.word)[at] ?? 0
      matched += element.weight * like
      words.push(element.weight)
      spoken += element.weight
      expected += element.weight
      if (like < 1) isComplete = false
    } else {
      const span = taken[(index + 1) * width + at]
      if (span === undefined) continue
      at = span.start
      filled.set(element.slot, span)
      matched += slotWeight * span.quality
      spoken += span.weight
      expected += slotWeight
    }
  }
  const total = spoken + expected
  return {
    sample,
    fit: total === 0 ? 0 : (2 * matched) / total,
    isComplete,
    filled,
    left,
    missing,
    words,
    matched,
    spoken: total,
  }
}
