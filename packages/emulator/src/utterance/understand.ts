import type { InteractionModel, SlotType } from '../skill/interaction-model.js'
import { today } from './calendar.js'
import { type CompiledModel, compileModel, type Sample } from './compiled-model.js'
import { createInvocation } from './invocation.js'
import { type Language, language } from './language.js'
import { type Candidate, matches } from './matching.js'
import { withoutPoliteness } from './politeness.js'
import type { SpanValue } from './span.js'
import type { Token } from './tokens.js'
import { createTypedValues } from './typed-values.js'
import { compileList, type ValueList } from './value-list.js'
import type { ValueContext } from './value-types.js'

/**
 * How an intent was found: by a sample word for word, by the nearest sample, or as `AMAZON.FallbackIntent` because no
 * sample is similar.
 */
export type UnderstandingStage = 'exact' | 'nearest' | 'fallback'

export interface UnderstoodIntent {
  readonly kind: 'intent'
  readonly intent: string
  /** The slots that have a value, by name. */
  readonly slots: Readonly<Record<string, readonly SpanValue[]>>
  /** The sample that matches, as in the model. Undefined for `AMAZON.FallbackIntent`. */
  readonly sample: string | undefined
  /** How well the sample matches, from 0 to 1. */
  readonly confidence: number
  readonly stage: UnderstandingStage
  /** Other intents that match, best first. */
  readonly alternatives: readonly AlternativeIntent[]
}

/** Another intent that matches the words, with its sample and confidence. */
export interface AlternativeIntent {
  readonly intent: string
  readonly sample: string
  readonly confidence: number
}

/** The result if the customer only names the skill. */
export interface UnderstoodLaunch {
  readonly kind: 'launch'
}

/** The result if no intent matches and the model has no `AMAZON.FallbackIntent`. */
export interface NotUnderstood {
  readonly kind: 'none'
  /** The nearest samples, at most three. */
  readonly nearest: readonly AlternativeIntent[]
}

export type Understanding = UnderstoodIntent | UnderstoodLaunch | NotUnderstood

export interface UtteranceContext {
  readonly now: Date
  /** The time zone of "today", such as `Europe/Berlin`. */
  readonly timeZone: string
  /** The minimum match between a sample and what the customer says, from 0 to 1. */
  readonly minimumConfidence: number
  /** Values that the skill added in this session. They come before those of the model. */
  readonly dynamicTypes?: readonly SlotType[] | undefined
  /** The slot that Alexa has just asked for. */
  readonly elicited?: { readonly intent: string; readonly slot: string } | undefined
}

/** Understands what customers say to one skill in one language. */
export interface Understander {
  readonly understand: (text: string, context: UtteranceContext) => Understanding
}

/**
 * Prepares an interaction model for utterances. The same words, model and clock always return the same intent.
 *
 * @returns Undefined for a locale whose language Alexa does not support.
 */
export async function createUnderstander(model: InteractionModel): Promise<Understander | undefined> {
  const spoken = await language(model.locale)
  return spoken && understander(model, spoken)
}

/**
 * The maximum number of words of an utterance, or of characters in Japanese. Customers say fewer in half a minute, and
 * the spans of more would be too many.
 */
const mostTokens = 300

/** The maximum number of alternatives, and of samples in the message if no intent matches. */
const mostAlternatives = 3

function understander(model: InteractionModel, spoken: Language): Understander {
  const compiled = compileModel(model, spoken)
  const { tokenizer } = spoken
  const invocation = createInvocation(model.invocationName, spoken.words, tokenizer)
  const nameOf = calendarNames(model.locale)

  return {
    understand(said, context) {
      const text = tokenizer.text(said)
      const all = tokenizer.tokens(text)
      if (all.length > mostTokens) return decide([], compiled, context.minimumConfidence, [])
      const request = withoutPoliteness(all, ({ word }) => word, spoken.polite)
      const valueContext = { today: today(context.now, context.timeZone), dateOrder: spoken.dateOrder, nameOf }
      const dynamic = new Map((context.dynamicTypes ?? []).map((type) => [type.name, compileList(type, tokenizer)]))
      const inputs = { text, spoken, compiled, valueContext, dynamic, elicited: elicitedSamples(compiled, context) }
      const whole = candidatesOf([request, all], inputs)
      const exact = whole.find(({ isComplete, confidence }) => isComplete && confidence > 0.9)
      const plain = all.filter(({ word }) => !spoken.politeWords.has(word))
      if (exact === undefined && [request, all, plain].some(invocation.opens)) return { kind: 'launch' }
      const requests = [request, all].flatMap(invocation.requests)
      const asked = requests.flatMap((tokens) => [withoutPoliteness(tokens, ({ word }) => word, spoken.polite), tokens])
      const candidates = exact === undefined && asked.length > 0 ? candidatesOf(asked, inputs) : whole
      return decide(candidates, compiled, context.minimumConfidence, inputs.elicited)
    },
  }
}

interface Inputs {
  readonly text: string
  readonly spoken: Language
  readonly compiled: CompiledModel
  readonly valueContext: ValueContext
  readonly dynamic: ReadonlyMap<string, ValueList>
  readonly elicited: readonly Sample[]
}

/** Returns the best candidates from several ways to split a sentence. */
function candidatesOf(cuts: readonly (readonly Token[])[], inputs: Inputs): readonly Candidate[] {
  let best: readonly Candidate[] = []
  const done: (readonly Token[])[] = []
  for (const tokens of cuts) {
    if (tokens.length === 0 || done.some((cut) => cut.length === tokens.length && cut[0] === tokens[0])) continue
    done.push(tokens)
    if ((best[0]?.confidence ?? 0) > 0.9) break
    const { text, spoken, compiled, valueContext, dynamic, elicited } = inputs
    const typed = createTypedValues(tokens, spoken, valueContext)
    const found = matches({ text, tokens, language: spoken, model: compiled, dynamic, typed }, elicited)
    if ((found[0]?.confidence ?? 0) > (best[0]?.confidence ?? 0)) best = found
  }
  return best
}

function elicitedSamples({ elicited }: CompiledModel, context: UtteranceContext): readonly Sample[] {
  return context.elicited === undefined ? [] : (elicited(context.elicited.intent, context.elicited.slot) ?? [])
}

function decide(
  candidates: readonly Candidate[],
  { hasFallback }: CompiledModel,
  minimum: number,
  elicited: readonly Sample[],
): Understanding {
  const isSure = (candidate: Candidate) => candidate.confidence >= minimum
  // Any words may be the value that Alexa asks for, if they match nothing else.
  const isAsked = ({ isComplete, sample }: Candidate) => isComplete && elicited.includes(sample)
  const wanted = candidates.find((candidate) => isSure(candidate) || isAsked(candidate))
  const best = wanted ?? candidates[0]
  const others = candidates.filter((candidate) => candidate !== best)
  const named = (list: readonly Candidate[]) =>
    list.slice(0, mostAlternatives).map(({ sample, confidence }) => ({
      intent: sample.intent,
      sample: sample.text,
      confidence: rounded(confidence),
    }))
  if (best === undefined || wanted === undefined) {
    if (!hasFallback) return { kind: 'none', nearest: named(candidates) }
    return {
      kind: 'intent',
      intent: 'AMAZON.FallbackIntent',
      slots: {},
      sample: undefined,
      confidence: 0,
      stage: 'fallback',
      alternatives: named(candidates),
    }
  }
  return {
    kind: 'intent',
    intent: best.sample.intent,
    slots: Object.fromEntries([...best.filled].map(([name, { values }]) => [name, values])),
    sample: best.sample.text,
    confidence: rounded(best.confidence),
    stage: best.isComplete ? 'exact' : 'nearest',
    alternatives: named(others.filter(isSure)),
  }
}

function rounded(confidence: number): number {
  return Math.round(Math.min(1, confidence) * 100) / 100
}

function calendarNames(locale: string): ValueContext['nameOf'] {
  const format = (part: 'weekday' | 'month') =>
    new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { [part]: 'long', timeZone: 'UTC' })
  const formats = { weekday: format('weekday'), month: format('month') }
  // 1 January 2024 is a Monday.
  return (part, value) =>
    formats[part].format(part === 'month' ? Date.UTC(2024, value - 1, 1) : Date.UTC(2024, 0, value))
}
