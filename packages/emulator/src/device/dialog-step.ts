import type { DialogIntent, DialogModel, DialogPrompt } from '../skill/dialog-model.js'
import type { Intent, Slot } from '../wire/request.js'
import type { DeviceClock } from './intent.js'
import { brokenValidation } from './slot-validation.js'

/** What Alexa or the skill asks next in a dialog. */
export type DialogStep =
  /** `prompt` is the prompt of a rule that the value breaks. */
  | { readonly kind: 'elicit-slot' | 'confirm-slot'; readonly slot: string; readonly prompt?: string | undefined }
  | { readonly kind: 'confirm-intent' }

/**
 * Returns the next step of a dialog. Each slot, in the order of the model, is elicited, validated and confirmed, and
 * elicited again if the customer denies its value. Then the intent is confirmed. The order, and what follows a denied
 * value, are inferences.
 */
export function nextStep(dialog: DialogIntent, intent: Intent, clock: DeviceClock): DialogStep | undefined {
  if (intent.confirmationStatus === 'DENIED') return undefined
  for (const { name, type, elicitationRequired, confirmationRequired, validations } of dialog.slots) {
    const slot = intent.slots?.[name]
    const isFilled = slot?.slotValue !== undefined
    if (!isFilled && elicitationRequired) return { kind: 'elicit-slot', slot: name }
    const broken = isFilled ? brokenValidation(slot, type, validations, clock) : undefined
    if (broken !== undefined) return { kind: 'elicit-slot', slot: name, prompt: broken.prompt }
    if (!isFilled || !confirmationRequired || slot.confirmationStatus === 'CONFIRMED') continue
    return { kind: slot.confirmationStatus === 'DENIED' ? 'elicit-slot' : 'confirm-slot', slot: name }
  }
  return dialog.confirmationRequired && intent.confirmationStatus === 'NONE' ? { kind: 'confirm-intent' } : undefined
}

/**
 * Returns the first variation whose slots are all filled, or else the first, so that a test can expect it. That Alexa
 * leaves out variations with unfilled slots is an inference from Amazon's samples.
 *
 * @see https://github.com/alexa-samples/skill-sample-nodejs-zero-to-hero (read 2026-11-29)
 */
export function promptFor(
  step: DialogStep,
  dialog: DialogIntent,
  intent: Intent,
  model: DialogModel | undefined,
): DialogPrompt | undefined {
  const slot = step.kind === 'confirm-intent' ? undefined : dialog.slots.find(({ name }) => name === step.slot)
  const id =
    step.kind === 'confirm-intent'
      ? dialog.confirmationPrompt
      : step.kind === 'elicit-slot'
        ? (step.prompt ?? slot?.elicitationPrompt)
        : slot?.confirmationPrompt
  const variations = (model?.prompts.get(id ?? '') ?? []).map((prompt) => ({
    ...prompt,
    value: prompt.value.replace(slotInPrompt, (whole, name: string) => spokenValue(intent.slots?.[name]) ?? whole),
  }))
  return variations.find(({ value }) => value.search(slotInPrompt) < 0) ?? variations[0]
}

const slotInPrompt = /\{(\w+)\}/g

/** What the customer said for a slot. Several values are separated by commas. */
function spokenValue(slot: Slot | undefined): string | undefined {
  const { value, slotValue } = slot ?? {}
  return slotValue?.type === 'List' ? slotValue.values.map((one) => one.value).join(', ') : value
}
