import { type Alignment, align } from './align.js'
import type { CompiledModel, Sample, SlotElement } from './compiled-model.js'
import { similarity } from './similarity.js'
import { type Span, type SpanSource, spansOf } from './slot-spans.js'

export interface Candidate extends Alignment {
  readonly confidence: number
}

/** Alignments that are completed with slots of the intent that the sample does not have. */
const mostCompleted = 12

/** The samples of a model that fit an utterance, the best of each intent, best first. */
export function matches(source: SpanSource, elicited: readonly Sample[]): readonly Candidate[] {
  const { model, tokens } = source
  const count = tokens.length
  const likenesses = new Map<string, readonly number[]>()
  const spans = new Map<string, readonly (readonly Span[])[]>()
  const spansOfSlot = (slot: SlotElement) => {
    const key = `${slot.type} ${slot.kind} ${slot.multipleValues}`
    const known = spans.get(key) ?? spansOf(slot, source)
    spans.set(key, known)
    return known
  }
  const likeness = (word: string) => {
    const known = likenesses.get(word) ?? tokens.map((token) => similarity(word, token.word))
    likenesses.set(word, known)
    return known
  }
  const weights = tokens.map(({ word }) => model.weightOf(word))
  const input = { count, weights, likeness, spans: spansOfSlot }
  const aligned = [...elicited, ...model.samples]
    .filter(({ elements, isBuiltIn }) => (isBuiltIn ? Math.abs(elements.length - count) < 3 : elements.length > 0))
    .map((sample) => align(sample, input))
    .filter(({ matched }) => matched > 0)
    .toSorted((one, other) => other.fit - one.fit)
  const completed = aligned
    .map((alignment, index) => (index < mostCompleted ? complete(alignment, model, spansOfSlot, weights) : alignment))
    .map((alignment) => ({ ...alignment, confidence: confidenceOf(alignment) }))
    .toSorted((one, other) => rank(other) - rank(one))
  const intents = new Set<string>()
  return completed.filter(({ sample: { intent } }) => !intents.has(intent) && intents.add(intent))
}

/** From this weight on, a word says what the customer wants. */
const telling = 0.4

/** How sure it is that the customer means this sample. Words that any slot could take say little. */
function confidenceOf({ fit, sample, isComplete, filled, words }: Alignment): number {
  if (sample.isBuiltIn) return isComplete || fit >= 0.8 ? fit : fit * 0.6
  const hasTellingWords = sample.elements.some((element) => 'word' in element && element.weight >= telling)
  const spans = [...filled.values()]
  const guessed = spans.filter(({ quality }) => quality < 0.7).length
  const known = spans.length - guessed
  const said = words.filter((weight) => weight >= telling).length
  // A value alone does not say what the customer wants.
  if (hasTellingWords && said === 0) return fit * (known > 1 ? 0.75 : 0.65)
  if (said + known === 0) return fit * (guessed > 1 ? 0.7 : 0.95)
  return fit * (said === 0 && guessed > 0 ? 0.85 : 1)
}

/** A sample of the model comes before one of Amazon's, an exact one before a near one, if both fit equally well. */
function rank({ confidence, isComplete, sample: { isBuiltIn } }: Candidate): number {
  return confidence + (isComplete ? 0.04 : 0) - (isBuiltIn ? 0.01 : 0)
}

/** Words that found no place in the sample may be values of the intent's other slots: "… tomorrow at seven". */
function complete(
  alignment: Alignment,
  model: CompiledModel,
  spansOfSlot: (slot: SlotElement) => readonly (readonly Span[])[],
  weights: readonly number[],
): Alignment {
  const { sample } = alignment
  let { left, matched, spoken } = alignment
  if (left.length === 0) return alignment
  const filled = new Map(alignment.filled)
  const wanted = (model.slots.get(sample.intent) ?? []).filter(
    ({ slot, kind }) => !filled.has(slot) && (kind === 'value' || kind === 'own-list'),
  )
  for (const slot of wanted) {
    const free = new Set(left)
    const best = spansOfSlot(slot)
      .flat()
      .filter(({ start, end, quality }) => quality > 0.7 && range(start, end).every((at) => free.has(at)))
      .toSorted((one, other) => other.end - other.start - (one.end - one.start) || other.quality - one.quality)[0]
    if (best === undefined) continue
    const taken = range(best.start, best.end)
    const isExpected = sample.elements.some((element) => 'slot' in element && element.slot === slot.slot)
    filled.set(slot.slot, best)
    left = left.filter((at) => !taken.includes(at))
    matched += 0.9 * best.quality
    spoken += 1 - taken.reduce((sum, at) => sum + (weights[at] ?? 0), 0) + (isExpected ? 0.4 : 1)
  }
  return { ...alignment, filled, left, matched, spoken, fit: Math.min(1, (2 * matched) / spoken) }
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index)
}
