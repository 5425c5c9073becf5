import { EmulatorError } from '../base/emulator-error.js'
import type { InteractionModel, SlotType, SlotTypeValue } from '../skill/interaction-model.js'
import type { AlternativeIntent, Understander, Understanding, UtteranceContext } from '../utterance/understand.js'
import type { OpenDialog } from './dialog.js'
import type { DialogStep } from './dialog-step.js'
import type { SlotValues } from './intent.js'

/** What Alexa has understood of the words of the customer. */
export interface Understood {
  /** What the customer said, as it was given to `device.say()`. */
  readonly text: string
  /** Undefined if the customer only opened the skill, or has to say again whether something is right. */
  readonly intent: string | undefined
  /** The values of the slots that the words fill, by name: an array for a slot with several values. */
  readonly slots: SlotValues
  /** The sample of the interaction model that fits, or the phrase for a built-in intent. Undefined without one. */
  readonly sample: string | undefined
  /** From 0 to 1: how well the sample fits. 0 for `AMAZON.FallbackIntent`. */
  readonly confidence: number
  /**
   * - `exact` the words are those of the sample
   * - `nearest` no sample has these words, and this one is the nearest
   * - `fallback` no sample is near, and the model has `AMAZON.FallbackIntent`
   * - `launch` the words open the skill
   * - `repeat` the words are neither a yes nor a no to what is to be confirmed, nor those of a sample: Alexa asks again
   */
  readonly stage: 'exact' | 'nearest' | 'fallback' | 'launch' | 'repeat'
  /** Other intents that fit, best first: at most three. */
  readonly alternatives: readonly AlternativeIntent[]
}

/** What a device sends for words. */
export interface Said {
  readonly understood: Understood
  /** The values of slot types that were recognized, by what was said for them. */
  readonly matches: ReadonlyMap<string, SlotTypeValue>
}

export interface Listening extends Pick<UtteranceContext, 'now' | 'timeZone' | 'minimumConfidence'> {
  readonly locale: string
  readonly model: InteractionModel | undefined
  readonly dynamicTypes: readonly SlotType[]
  readonly dialog: OpenDialog | undefined
}

/** One for each model: it is prepared once, and again after a change of its file. */
const understanders = new WeakMap<InteractionModel, Promise<Understander | undefined>>()

/** @throws {EmulatorError} `interaction-model-missing`, `not-understood`; `option-invalid` unless the words are a string */
export async function understandWords(words: string, listening: Listening): Promise<Said> {
  if (typeof words !== 'string' || words.trim() === '') {
    throw new EmulatorError('option-invalid', "say() takes what the customer says: say('book a table for two').")
  }
  const { locale, model, dialog } = listening
  if (model === undefined) {
    throw new EmulatorError(
      'interaction-model-missing',
      `Words in ${locale} cannot be understood. Add the model to the skill package or to skill.interactionModels, or send an intent with intent().`,
    )
  }
  const confirms = dialog !== undefined && dialog.step.kind !== 'elicit-slot'
  if (confirms) {
    const reply = await yesOrNo(words, listening)
    if (reply !== undefined) return said(words, reply)
  }
  const understander = await understanderOf(model)
  const context = { ...listening, elicited: elicitedSlot(dialog?.step, dialog?.intent.name) }
  const understanding = understander?.understand(words, context) ?? { kind: 'none', nearest: [] }
  if (confirms && !isCertain(understanding)) return repeated(words)
  if (understanding.kind === 'none') throw notUnderstood(understanding.nearest)
  return said(words, understanding)
}

/** Whether the words are those of a sample, with values that are known: nearly any word fits a sample such as `{city}`. */
function isCertain(understanding: Understanding): boolean {
  return understanding.kind === 'intent' && understanding.stage === 'exact' && understanding.confidence > 0.9
}

/** Whether the customer says yes or no to what Alexa itself asks, which needs no intent of the model. */
export async function yesOrNo(words: string, listening: Listening): Promise<YesOrNo | undefined> {
  const understander = await understanderOf(yesAndNo(listening.locale))
  const understanding = understander?.understand(words, { ...listening, dynamicTypes: [], minimumConfidence: 0.9 })
  return understanding?.kind === 'intent' ? understanding : undefined
}

export type YesOrNo = Extract<Understanding, { kind: 'intent' }>

const yesAndNoModels = new Map<string, InteractionModel>()

function yesAndNo(locale: string): InteractionModel {
  const intents = ['AMAZON.YesIntent', 'AMAZON.NoIntent'].map((name) => ({ name, samples: [], slots: [] }))
  const model = yesAndNoModels.get(locale) ?? {
    locale,
    invocationName: undefined,
    intents,
    types: [],
    dialog: undefined,
  }
  yesAndNoModels.set(locale, model)
  return model
}

/** The grammar takes longer to load than the rest of the package: a suite that says no word does without it. */
async function prepare(model: InteractionModel): Promise<Understander | undefined> {
  const { createUnderstander } = await import('../utterance/understand.js')
  return createUnderstander(model)
}

function understanderOf(model: InteractionModel): Promise<Understander | undefined> {
  const known = understanders.get(model) ?? prepare(model)
  understanders.set(model, known)
  return known
}

function elicitedSlot(step: DialogStep | undefined, intent: string | undefined) {
  return step?.kind === 'elicit-slot' && intent !== undefined ? { intent, slot: step.slot } : undefined
}

function said(text: string, understanding: Exclude<Understanding, { kind: 'none' }>): Said {
  if (understanding.kind === 'launch') {
    return { understood: { ...withoutIntent, text, confidence: 1, stage: 'launch' }, matches: new Map() }
  }
  const { intent, sample, confidence, stage, alternatives } = understanding
  const filled = Object.entries(understanding.slots)
  const slots = filled.map(([name, values]) => {
    const [only, ...more] = values.map(({ value }) => value)
    return [name, only !== undefined && more.length === 0 ? only : values.map(({ value }) => value)]
  })
  const matches = filled.flatMap(([, values]) =>
    values.flatMap(({ value, match }) => (match === undefined ? [] : [[value, match] as const])),
  )
  return {
    understood: { text, intent, slots: Object.fromEntries(slots), sample, confidence, stage, alternatives },
    matches: new Map(matches),
  }
}

const withoutIntent = { intent: undefined, slots: {}, sample: undefined, alternatives: [] }

function repeated(text: string): Said {
  return { understood: { ...withoutIntent, text, confidence: 0, stage: 'repeat' }, matches: new Map() }
}

function notUnderstood(nearest: readonly AlternativeIntent[]): EmulatorError {
  const samples = nearest.map(({ sample, intent }) => `"${sample}" (${intent})`)
  const known = samples.length === 0 ? 'No sample is near.' : `The nearest samples: ${samples.join(', ')}.`
  const advice = 'Add a sample to the model, or send an intent with intent().'
  return new EmulatorError('not-understood', `${known} ${advice}`, { nearest })
}
