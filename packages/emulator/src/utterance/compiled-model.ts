import type { InteractionModel, ModelIntent, ModelSlot } from '../skill/interaction-model.js'
import type { Language } from './language.js'
import { list } from './lexicon.js'
import { withoutPoliteness } from './politeness.js'
import { compileList, type ValueList } from './value-list.js'
import { valueTypes } from './value-types.js'

/** The kinds of slot types, in descending order of how well they explain a slot's words. */
export type SlotKind = 'own-list' | 'value' | 'built-in-list' | 'open' | 'query'

export interface SlotElement {
  readonly slot: string
  readonly type: string
  readonly kind: SlotKind
  readonly multipleValues: boolean
}

export interface WordElement {
  readonly word: string
  readonly weight: number
}

export type Element = SlotElement | WordElement

export interface Sample {
  readonly intent: string
  /** The sample as in the model, or a phrase for one of Amazon's intents. */
  readonly text: string
  readonly elements: readonly Element[]
  /** The weight of all elements. */
  readonly weight: number
  /** Whether the sample is an Amazon phrase for a built-in intent. */
  readonly isBuiltIn: boolean
}

export interface CompiledModel {
  readonly samples: readonly Sample[]
  readonly lists: ReadonlyMap<string, ValueList>
  /** The slots of each intent. */
  readonly slots: ReadonlyMap<string, readonly SlotElement[]>
  /** The words before and after each slot in the samples of its intent, by the names of both. */
  readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>
  /** The words in the samples of each intent, without stopwords. */
  readonly ownWords: ReadonlyMap<string, ReadonlySet<string>>
  /** The weight of each word of the samples. */
  readonly weights: ReadonlyMap<string, number>
  readonly weightOf: (word: string) => number
  /** Returns what customers say when Alexa asks for a slot: the samples of the slot, and its value alone. */
  readonly elicited: (intent: string, slot: string) => readonly Sample[]
  readonly hasFallback: boolean
}

const slotPattern = /\{([^{}]+)\}/

/** The minimum weight of a word that says what the customer wants. */
export const telling = 0.4

/** The weight of a filled slot, compared with a word that says what the customer wants. */
export const slotWeight = 1

export function compileModel(model: InteractionModel, language: Language): CompiledModel {
  const lists = new Map(model.types.map((type) => [type.name, compileList(type, language.tokenizer)]))
  const slots = new Map(model.intents.map((intent) => [intent.name, slotsOf(intent, lists)]))
  const raw = model.intents.flatMap((intent) => rawSamples(intent, language, slots.get(intent.name) ?? []))
  const weights = wordWeights(raw, language)
  const weightOf = (word: string) => weights.get(word) ?? baseWeight(word, language)
  const compiled = ({ intent, text, parts, isBuiltIn }: RawSample): Sample => {
    const elements = parts.map((part) => (typeof part === 'string' ? { word: part, weight: weightOf(part) } : part))
    const weight = elements.reduce((sum, element) => sum + ('word' in element ? element.weight : slotWeight), 0)
    return { intent, text, elements, weight, isBuiltIn }
  }
  const samples = raw.map(compiled)
  const elicited = (intentName: string, slotName: string) => {
    const slot = model.intents.find(({ name }) => name === intentName)?.slots.find(({ name }) => name === slotName)
    const texts = slot === undefined ? [] : [...slot.samples, `{${slotName}}`]
    return texts.map((text) =>
      compiled({
        intent: intentName,
        text,
        parts: partsOf(text, language, slots.get(intentName) ?? []),
        isBuiltIn: false,
      }),
    )
  }
  const hasFallback = model.intents.some(({ name }) => name === 'AMAZON.FallbackIntent')
  const [neighbours, ownWords] = [neighboursOf(raw), ownWordsOf(samples)]
  return { samples, lists, slots, neighbours, ownWords, weights, weightOf, elicited, hasFallback }
}

function slotsOf({ slots }: ModelIntent, lists: ReadonlyMap<string, ValueList>): readonly SlotElement[] {
  return slots.map(({ name, type, multipleValues }: ModelSlot) => ({
    slot: name,
    type,
    multipleValues,
    kind: kindOf(type, lists),
  }))
}

function kindOf(type: string, lists: ReadonlyMap<string, ValueList>): SlotKind {
  if (type === 'AMAZON.SearchQuery') return 'query'
  if (Object.hasOwn(valueTypes, type)) return 'value'
  if ((lists.get(type)?.size ?? 0) > 0 && !type.startsWith('AMAZON.')) return 'own-list'
  return type.startsWith('AMAZON.') ? 'built-in-list' : 'open'
}

interface RawSample {
  readonly intent: string
  readonly text: string
  readonly parts: readonly (string | SlotElement)[]
  readonly isBuiltIn: boolean
}

function rawSamples(intent: ModelIntent, language: Language, slots: readonly SlotElement[]): readonly RawSample[] {
  const own = intent.samples.map((text) => ({
    intent: intent.name,
    text: text.trim(),
    parts: partsOf(text, language, slots),
    isBuiltIn: false,
  }))
  const builtIn = /^AMAZON\.(.+)Intent$/.exec(intent.name)?.[1] ?? ''
  const phrases = list(language.words.builtIns[builtIn] ?? '').map((text) => ({
    intent: intent.name,
    text,
    parts: language.tokenizer.words(text),
    isBuiltIn: true,
  }))
  return [...own, ...phrases].filter(({ parts }) => parts.length > 0)
}

function partsOf(sample: string, language: Language, slots: readonly SlotElement[]): readonly (string | SlotElement)[] {
  const parts = sample.split(slotPattern).flatMap((part, index): readonly (string | SlotElement)[] => {
    if (index % 2 === 0) return language.tokenizer.words(part)
    const name = part.split('|').at(-1)?.trim() ?? ''
    const slot = slots.find((candidate) => candidate.slot === name)
    return [slot ?? { slot: name, type: '', kind: 'open', multipleValues: false }]
  })
  const trimmed = withoutPoliteness(parts, (part) => (typeof part === 'string' ? part : undefined), language.polite)
  return trimmed.length > 0 ? trimmed : parts
}

/** Maps `Intent slot` to the words beside the slot: "for {people}", "at {time}". */
function neighboursOf(samples: readonly RawSample[]): ReadonlyMap<string, ReadonlySet<string>> {
  const neighbours = new Map<string, Set<string>>()
  for (const { intent, parts } of samples) {
    for (const [index, part] of parts.entries()) {
      if (typeof part === 'string') continue
      const key = `${intent} ${part.slot}`
      const known = neighbours.get(key) ?? new Set<string>()
      for (const beside of [parts[index - 1], parts[index + 1]]) if (typeof beside === 'string') known.add(beside)
      neighbours.set(key, known)
    }
  }
  return neighbours
}

function ownWordsOf(samples: readonly Sample[]): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>()
  for (const { intent, elements } of samples) {
    const known = words.get(intent) ?? new Set<string>()
    words.set(intent, known)
    for (const element of elements) if ('word' in element && element.weight >= telling) known.add(element.word)
  }
  return words
}

/** Computes the weights of words. The language's stopwords, and words that most intents share, weigh little. */
function wordWeights(samples: readonly RawSample[], language: Language): ReadonlyMap<string, number> {
  const intents = new Map<string, Set<string>>()
  const all = new Set<string>()
  for (const { intent, parts, isBuiltIn } of samples) {
    if (isBuiltIn) continue
    all.add(intent)
    for (const part of parts) {
      if (typeof part !== 'string') continue
      const known = intents.get(part) ?? new Set()
      intents.set(part, known.add(intent))
    }
  }
  return new Map(
    [...intents].map(([word, { size }]) => {
      const share = all.size > 2 ? (size - 1) / all.size : 0
      return [word, baseWeight(word, language) * (1 - 0.6 * share)]
    }),
  )
}

function baseWeight(word: string, language: Language): number {
  if (language.words.spaceless === true && !/^[\p{Script=Latin}\d]/u.test(word)) {
    if (language.stopwords.has(word)) return 0.12
    return /\p{Script=Hiragana}/u.test(word) ? 0.3 : 0.5
  }
  return language.stopwords.has(word) ? 0.3 : 1
}
