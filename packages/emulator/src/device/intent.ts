import { unknownName } from '@alexa-profile/core'
import { EmulatorError } from '../base/emulator-error.js'
import { isObject } from '../base/is-object.js'
import { resolve } from '../skill/entity-resolution.js'
import type { InteractionModel, ModelSlot, SlotType, SlotTypeValue } from '../skill/interaction-model.js'
import type { ConfirmationStatus, Intent, SimpleSlotValue, Slot } from '../wire/request.js'

/** What the customer said for each slot, by name: an array for a slot that collects several values. */
export type SlotValues = Readonly<Record<string, string | readonly string[]>>

/** Asked when it is needed: to know a time zone, Node first loads all of them. */
export interface DeviceClock {
  now(): Date
  timeZone(): string
}

/** What an intent is checked against. */
export interface IntentContext {
  readonly skillId: string
  /** Undefined if none is known: then every name is right. */
  readonly model: InteractionModel | undefined
  /** Values that the skill has added in this session. */
  readonly dynamicTypes?: readonly SlotType[]
  /** What time it is where the device is, for rules about dates and times. */
  readonly clock: DeviceClock
  /** Values that were recognized although they were said in other words, by what was said. */
  readonly matches?: ReadonlyMap<string, SlotTypeValue>
}

/**
 * An intent as Alexa sends it. With an interaction model it has every slot of the intent, also those that are not filled.
 *
 * @throws {EmulatorError} `option-invalid`, `intent-unknown`, `slot-unknown`
 */
export function createIntent(name: string, values: SlotValues, context: IntentContext): Intent {
  if (typeof name !== 'string' || name === '' || !isObject(values)) {
    throw new EmulatorError(
      'option-invalid',
      "intent() takes the name of an intent and its slots: intent('BookIntent', { date: '…' }).",
    )
  }
  const slotsOfModel = slotsOf(name, context.model)
  const unknown = Object.keys(values).find((slot) => slotsOfModel?.every((known) => known.name !== slot))
  if (unknown !== undefined) {
    const known = (slotsOfModel ?? []).map((slot) => slot.name)
    const help = known.length === 0 ? `${name} has no slots.` : undefined
    throw new EmulatorError('slot-unknown', unknownName('slot', unknown, known, help))
  }
  const names = slotsOfModel?.map((slot) => slot.name) ?? Object.keys(values)
  const slots = names.map((slot) => [slot, createSlot(slot, values[slot], slotsOfModel, context)])
  return { name, confirmationStatus: 'NONE', ...(slots.length > 0 && { slots: Object.fromEntries(slots) }) }
}

/** A slot with what the customer said. */
export function filledSlot(
  { name, type }: Pick<ModelSlot, 'name' | 'type'>,
  values: readonly string[],
  { skillId, model, dynamicTypes, matches }: IntentContext,
  confirmationStatus: ConfirmationStatus = 'NONE',
): Slot {
  const simple = values.map((value): SimpleSlotValue => {
    const resolutions = model && resolve(value, type, { skillId, model, dynamicTypes, match: matches?.get(value) })
    return { type: 'Simple', value, ...(resolutions && { resolutions }) }
  })
  const [first] = simple
  if (first === undefined) return { name, confirmationStatus }
  if (simple.length > 1) {
    return { name, confirmationStatus, source: 'USER', slotValue: { type: 'List', values: simple } }
  }
  const { type: _type, ...only } = first
  return { name, ...only, confirmationStatus, source: 'USER', slotValue: structuredClone(first) }
}

function createSlot(
  name: string,
  value: string | readonly string[] | undefined,
  slotsOfModel: readonly ModelSlot[] | undefined,
  context: IntentContext,
): Slot {
  if (value === undefined) return { name, confirmationStatus: 'NONE' }
  const slot = slotsOfModel?.find((one) => one.name === name)
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  const takesSeveral = slot?.multipleValues ?? true
  if (!values.every((one) => typeof one === 'string') || (values.length > 1 && !takesSeveral)) {
    const shape = takesSeveral ? 'a string, or an array of strings' : 'a string'
    throw new EmulatorError('option-invalid', `The value of the slot ${name} must be ${shape}.`)
  }
  return filledSlot({ name, type: slot?.type ?? '' }, values, context)
}

/** The slots of an intent; undefined if they are not known. */
function slotsOf(name: string, model: InteractionModel | undefined): readonly ModelSlot[] | undefined {
  if (model === undefined || model.intents.length === 0) return undefined
  const intent = model.intents.find((one) => one.name === name)
  if (intent !== undefined) return intent.slots
  if (builtInIntents.includes(name)) return []
  throw new EmulatorError(
    'intent-unknown',
    unknownName(
      'intent',
      name,
      [...new Set([...model.intents.map((one) => one.name), ...builtInIntents])],
      helpFor(model),
    ),
  )
}

function helpFor({ locale, intents }: InteractionModel): string {
  const names = intents.map(({ name }) => name).join(', ')
  return `The interaction model of ${locale} has ${names}; Amazon's built-in intents are known, too.`
}

/** @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/standard-built-in-intents.html (read 2026-11-28) */
const builtInIntents: readonly string[] = [
  'Cancel',
  'Fallback',
  'Help',
  'LoopOff',
  'LoopOn',
  'More',
  'NavigateHome',
  'NavigateSettings',
  'Next',
  'No',
  'PageDown',
  'PageUp',
  'Pause',
  'Previous',
  'Repeat',
  'Resume',
  'ScrollDown',
  'ScrollLeft',
  'ScrollRight',
  'ScrollUp',
  'Select',
  'ShuffleOff',
  'ShuffleOn',
  'StartOver',
  'Stop',
  'Yes',
].map((name) => `AMAZON.${name}Intent`)
