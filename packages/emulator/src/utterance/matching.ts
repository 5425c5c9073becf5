import { type Alignment, align } from './align.js'
import { type Sample, type SlotElement, telling } from './compiled-model.js'
import { complete, doubtful } from './complete.js'
import { similarity } from './similarity.js'
import { spansOf } from './slot-spans.js'
import { type Span, type SpanSource, surface } from './span.js'

export interface Candidate extends Alignment {
  readonly confidence: number
}

/** The similarity of two stopwords, because customers say one for the other. */
const exchangedWord = 0.5

const none: ReadonlySet<string> = new Set()

/** How many alignments are completed with slots of the intent that the sample does not have. */
const mostCompleted = 12

/** Finds the samples of a model that match an utterance. Returns the best sample of each intent, best first. */
export function matches(source: SpanSource, elicited: readonly Sample[]): readonly Candidate[] {
  const { model, tokens, language } = source
  const count = tokens.length
  const likenesses = new Map<string, readonly number[]>()
  const spans = new Map<string, readonly (readonly Span[])[]>()
  const spansOfSlot = (slot: SlotElement) => {
    const key = `${slot.type} ${slot.kind} ${slot.multipleValues}`
    const known = spans.get(key) ?? spansOf(slot, source)
    spans.set(key, known)
    return known
  }
  const isSmall = (word: string) => language.stopwords.has(word) && language.words.spaceless !== true
  // "five" is not a typing error of "fine"
  const isNumber = (word: string) => language.lexicon.at([word], 0).some(({ items }) => items[0]?.role === 'number')
  const likeness = (word: string) => {
    const exchanged = isSmall(word) ? exchangedWord : 0
    const known =
      likenesses.get(word) ??
      tokens.map((token) => {
        const like = token.word === word || !isNumber(token.word) ? similarity(word, token.word) : 0
        return like || (isSmall(token.word) ? exchanged : 0)
      })
    likenesses.set(word, known)
    return known
  }
  const weights = tokens.map(({ word }) => model.weightOf(word))
  const input = { count, weights, likeness, spans: spansOfSlot }
  const spoken = sum(weights)
  const hopeful = [...elicited, ...model.samples]
    .filter(({ elements, isBuiltIn }) => !isBuiltIn || Math.abs(elements.length - count) < 3)
    .map((sample) => ({ sample, most: mostFit(sample, spoken, likeness) }))
    .toSorted((one, other) => other.most - one.most)
  const aligned = hopeful
    .filter(({ most }, index) => most >= hopeless || index < mostCompleted)
    .map(({ sample }) => align(sample, input))
    .filter(({ matched }) => matched > 0)
    .toSorted((one, other) => other.fit - one.fit)
  const sure = (slot: SlotElement) =>
    slot.kind === 'value'
      ? spansOfSlot(slot).map((ending) => ending.filter(({ quality }) => quality > doubtful))
      : spansOfSlot(slot)
  const completed = aligned
    .map((alignment, index) => {
      if (index >= mostCompleted || alignment.isComplete) return alignment
      const hasDoubt = [...alignment.filled.values()].some(({ quality }) => quality <= doubtful)
      const completing = {
        slots: model.slots.get(alignment.sample.intent) ?? [],
        spans: spansOfSlot,
        ownWords: model.ownWords.get(alignment.sample.intent) ?? none,
        neighbours: ({ slot }: SlotElement) => model.neighbours.get(`${alignment.sample.intent} ${slot}`) ?? none,
        words: tokens.map(({ word }) => word),
        textOf: (start: number, end: number) => surface(start, end, source),
        likeness,
        weights,
      }
      const completed = complete(alignment, completing)
      if (!hasDoubt) return completed
      const other = complete(align(alignment.sample, { ...input, spans: sure }), completing)
      return completed.fit >= other.fit ? completed : other
    })
    .map((alignment) => ({ ...alignment, confidence: confidenceOf(alignment) }))
    .toSorted((one, other) => rank(other, elicited) - rank(one, elicited))
  const intents = new Set<string>()
  return completed.filter(({ sample: { intent } }) => !intents.has(intent) && intents.add(intent))
}

/** A sample below this is not examined further. */
const hopeless = 0.35

/** Returns the upper limit of how well a sample matches, with all its slots and each word that was said anywhere. */
function mostFit({ elements, weight }: Sample, spoken: number, likeness: (word: string) => readonly number[]): number {
  let [words, slots] = [0, 0]
  for (const element of elements) {
    if ('word' in element) {
      if (likeness(element.word).some((like) => like > 0)) words += element.weight
    } else slots++
  }
  // A filled slot has the same weight on both sides, for any number of words.
  const matched = words + slots
  return (2 * matched) / (weight + (slots > 0 ? matched : spoken))
}

/** Returns how likely the customer means this sample. Words that any slot could take say little. */
function confidenceOf({ fit, sample, isComplete, filled, words, missing }: Alignment): number {
  if (sample.isBuiltIn) return isComplete || fit >= 0.8 ? fit : fit * 0.6
  const hasTellingWords = sample.elements.some((element) => 'word' in element && element.weight >= telling)
  const spans = [...filled.values()]
  const guessed = spans.filter(({ quality }) => quality < 0.7).length
  const known = spans.length - guessed
  const told = words.filter((weight) => weight >= telling)
  const said = told.length
  const untold = missing.filter(({ weight }) => weight >= telling)
  // A value alone does not say what the customer wants.
  if (hasTellingWords && said === 0) return fit * (known > 1 ? 0.75 : 0.65)
  if (said + known === 0) return fit * (guessed > 1 ? 0.7 : 0.95)
  const isGuess = guessed > 0 && (said === 0 || sum(told) < sum(untold.map(({ weight }) => weight)))
  return fit * (isGuess ? 0.85 : 1)
}

/** The gain if Alexa has asked for this, because an unknown value of the slot is likelier than a value of another intent. */
const asked = 0.35

/** If samples match equally well, the model's come before Amazon's, and exact ones before similar ones. */
function rank({ confidence, isComplete, sample }: Candidate, elicited: readonly Sample[]): number {
  const isAsked = isComplete && elicited.includes(sample)
  return confidence + (isComplete ? 0.04 : 0) + (isAsked ? asked : 0) - (sample.isBuiltIn ? 0.01 : 0)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
