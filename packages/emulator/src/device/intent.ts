import { unknownName } from '@alexa-profile/core'
import { EmulatorError } from '../base/emulator-error.js'
import { isObject } from '../base/is-object.js'
import { resolve } from '../skill/entity-resolution.js'
import type { InteractionModel, ModelSlot, SlotType, SlotTypeValue } from '../skill/interaction-model.js'
import type { ConfirmationStatus, Intent, SimpleSlotValue, Slot } from '../wire/request.js'

/** What the customer said for each slot, by name. An array stands for a slot that collects several values. */
export type SlotValues = Readonly<Record<string, string | readonly string[]>>

/** The clock of a device. It is read only when needed, because Node loads all time zones to know one. */
export interface DeviceClock {
  now(): Date
  timeZone(): string
}

/** The context against which an intent is checked. */
export interface IntentContext {
  readonly skillId: string
  /** If undefined, no interaction model is known, and every name is allowed. */
  readonly model: InteractionModel | undefined
  /** Values that the skill has added in this session. */
  readonly dynamicTypes?: readonly SlotType[]
  /** The time at the device, for rules about dates and times. */
  readonly clock: DeviceClock
  /** The recognized values that were said in other words, by the words. */
  readonly matches?: ReadonlyMap<string, SlotTypeValue>
}

/**
 * Creates an intent as Alexa sends it. With an interaction model, it contains every slot of the intent, including
 * unfilled slots.
 *
 * @throws {EmulatorError} `option-invalid`, `intent-unknown`, `slot-unknown`
 */
export function createIntent(name: string, values: SlotValues, context: IntentContext): Intent {
  if (typeof name !== 'string' || name === '' || !isObject(values)) {
    throw new EmulatorError(
      'option-invalid',
      "intent() requires the name of an intent, and accepts its slots: intent('BookIntent', { date: '…' }).",
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

/** Creates a slot with what the customer said. */
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

/** Returns the slots of an intent, or undefined if they are not known. */
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
  return `The interaction model for ${locale} has ${names}. Amazon's built-in intents are allowed, too.`
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
