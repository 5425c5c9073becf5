import { EmulatorError } from '../base/emulator-error.js'
import type { InteractionModel, SlotType, SlotTypeValue } from '../skill/interaction-model.js'
import type { AlternativeIntent, Understander, Understanding, UtteranceContext } from '../utterance/understand.js'
import type { OpenDialog } from './dialog.js'
import type { DialogStep } from './dialog-step.js'
import type { SlotValues } from './intent.js'

/** What Alexa has understood from an utterance. */
export interface Understood {
  /** The utterance, as passed to `device.say()`. */
  readonly text: string
  /** The intent. Undefined if the customer only opened the skill, or if Alexa repeats its question. */
  readonly intent: string | undefined
  /** The values of the slots that the words fill, by name. A slot with several values has an array. */
  readonly slots: SlotValues
  /** The sample of the interaction model that matches, or the phrase for a built-in intent. Otherwise undefined. */
  readonly sample: string | undefined
  /** How well the sample matches, from 0 to 1. 0 for `AMAZON.FallbackIntent`. */
  readonly confidence: number
  /**
   * How the intent was found:
   *
   * - `exact` the sample matches word for word
   * - `nearest` no sample matches word for word, and this sample is the nearest
   * - `fallback` no sample is similar enough, and the model has `AMAZON.FallbackIntent`
   * - `launch` the words open the skill
   * - `repeat` Alexa asks again, because it waits for a yes or no and the words are neither that nor a sample
   */
  readonly stage: 'exact' | 'nearest' | 'fallback' | 'launch' | 'repeat'
  /** The other intents that match, at most three, best first. */
  readonly alternatives: readonly AlternativeIntent[]
}

/** A device's reading of the customer's words. */
export interface Said {
  readonly understood: Understood
  /** The recognized values of slot types, by the words that were said for them. */
  readonly matches: ReadonlyMap<string, SlotTypeValue>
}

export interface Listening extends Pick<UtteranceContext, 'now' | 'timeZone' | 'minimumConfidence'> {
  readonly locale: string
  readonly model: InteractionModel | undefined
  readonly dynamicTypes: readonly SlotType[]
  readonly dialog: OpenDialog | undefined
}

/** One for each model. A model is prepared once, and again after its file has changed. */
const understanders = new WeakMap<InteractionModel, Promise<Understander | undefined>>()

/**
 * Finds the intent that the words mean.
 *
 * @throws {EmulatorError} `interaction-model-missing`, `not-understood`; `option-invalid` unless the words are a string
 */
export async function understandWords(words: string, listening: Listening): Promise<Said> {
  if (typeof words !== 'string' || words.trim() === '') {
    throw new EmulatorError(
      'option-invalid',
      "say() requires what the customer says, as a non-empty string: say('book a table for two').",
    )
  }
  const { locale, model, dialog } = listening
  if (model === undefined) {
    throw new EmulatorError(
      'interaction-model-missing',
      `The skill has no interaction model for ${locale}, so words cannot be understood. Add the model to the skill package or to skill.interactionModels, or send an intent with intent().`,
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

/** Whether the words match a sample exactly, with known values. Nearly any word matches a sample such as `{city}`. */
function isCertain(understanding: Understanding): boolean {
  return understanding.kind === 'intent' && understanding.stage === 'exact' && understanding.confidence > 0.9
}

/** Reads a yes or no to a question that Alexa itself asks. The model needs no intents for this. */
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

/** Loads the grammar when it is first used, because it takes longer to load than the rest of the package. */
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
  const known = samples.length === 0 ? 'No sample is similar.' : `The nearest samples: ${samples.join(', ')}.`
  const advice = 'Add a sample to the model, or send an intent with intent().'
  return new EmulatorError(
    'not-understood',
    `No intent of the interaction model matches these words. ${known} ${advice}`,
    { nearest },
  )
}
