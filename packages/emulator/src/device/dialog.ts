import { isObject } from '../base/is-object.js'
import type { DialogIntent, DialogModel, DialogPrompt } from '../skill/dialog-model.js'
import type { ConfirmationStatus, DeviceRequest, Intent, IntentRequest, Slot } from '../wire/request.js'
import type { Directive } from '../wire/response.js'
import { filledSlot, type IntentContext } from './intent.js'
import { brokenValidation } from './slot-validation.js'

/** A dialog between two turns: the device waits for the customer's reply. */
export interface OpenDialog {
  readonly intent: Intent
  readonly step: DialogStep
  /** Whether Alexa asks, in the words of the interaction model. */
  readonly isDelegated: boolean
  /** What Alexa asks then. */
  readonly prompt: DialogPrompt | undefined
}

export type DialogStep =
  /** `prompt` is that of a rule which the value breaks. */
  | { readonly kind: 'elicit-slot' | 'confirm-slot'; readonly slot: string; readonly prompt?: string | undefined }
  | { readonly kind: 'confirm-intent' }

/** What a response does to the dialog: it waits for a reply, or the next request goes out at once. */
export type DialogTurn =
  | { readonly waits: OpenDialog; readonly completed?: never }
  | { readonly completed: IntentRequest; readonly waits?: never }

/** Other directives of this interface, such as that for dynamic entities, leave the dialog as it is. */
const carriesOn = ['Dialog.Delegate', 'Dialog.ElicitSlot', 'Dialog.ConfirmSlot', 'Dialog.ConfirmIntent']

const yes = 'AMAZON.YesIntent'
const no = 'AMAZON.NoIntent'

/**
 * The request for what the customer said. In a dialog, the slots that were filled before are still there, and a yes or no
 * confirms.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/dialog-interface-reference.html (read 2026-11-28)
 */
export function dialogRequest(said: Intent, open: OpenDialog | undefined, context: IntentContext): IntentRequest {
  const reply = open && replyTo(open, said)
  const intent = reply ?? said
  const dialog = dialogOf(intent, context)
  if (dialog === undefined) return { type: 'IntentRequest', intent }
  const isComplete = open?.isDelegated && nextStep(dialog, intent) === undefined
  const isFinal = isAutomatic(dialog, context) || (reply && isComplete)
  const dialogState = isFinal ? 'COMPLETED' : reply ? 'IN_PROGRESS' : 'STARTED'
  return { type: 'IntentRequest', dialogState, intent }
}

/** What Alexa asks by itself before it sends this request; undefined if it sends it now. */
export function askedBefore(request: DeviceRequest, context: IntentContext): OpenDialog | undefined {
  if (request.type !== 'IntentRequest') return undefined
  const { intent } = request
  const dialog = dialogOf(intent, context)
  if (dialog === undefined || !isAutomatic(dialog, context)) return undefined
  const step = nextStep(dialog, intent)
  const prompt = step && promptFor(step, dialog, intent, context.model?.dialog)
  return step && { intent, step, isDelegated: true, prompt }
}

function isAutomatic(dialog: DialogIntent, { model }: IntentContext): boolean {
  return (dialog.delegationStrategy ?? model?.dialog?.delegationStrategy) === 'ALWAYS'
}

/** @param directives Of a response that Alexa accepts. */
export function dialogAfter(
  request: DeviceRequest,
  directives: readonly Directive[],
  context: IntentContext,
): DialogTurn | undefined {
  const directive = directives.find(({ type }) => carriesOn.includes(type))
  const current = request.type === 'IntentRequest' ? request.intent : undefined
  const intent = directive && updatedIntent(directive.updatedIntent, current, context)
  const dialog = intent && dialogOf(intent, context)
  if (directive === undefined || intent === undefined || dialog === undefined) return undefined
  if (directive.type !== 'Dialog.Delegate') {
    const step = stepOf(directive)
    return step && { waits: { intent, step, isDelegated: false, prompt: undefined } }
  }
  const step = nextStep(dialog, intent)
  if (step !== undefined) {
    return {
      waits: { intent, step, isDelegated: true, prompt: promptFor(step, dialog, intent, context.model?.dialog) },
    }
  }
  // Alexa has nothing left to ask; a skill that delegates again after this ends its turn with nothing
  const wasCompleted = request.type === 'IntentRequest' && request.dialogState === 'COMPLETED'
  return wasCompleted ? undefined : { completed: { type: 'IntentRequest', dialogState: 'COMPLETED', intent } }
}

function dialogOf({ name }: Intent, { model }: IntentContext): DialogIntent | undefined {
  return model?.dialog?.intents.find((dialog) => dialog.name === name)
}

/** The intent of the dialog after the customer's reply; undefined if the customer said something else. */
function replyTo({ intent, step }: OpenDialog, said: Intent): Intent | undefined {
  if (said.name === intent.name) {
    const filled = Object.values(said.slots ?? {}).filter((slot) => slot.source !== undefined)
    return withSlots(intent, filled)
  }
  const answer: ConfirmationStatus | undefined =
    said.name === yes ? 'CONFIRMED' : said.name === no ? 'DENIED' : undefined
  if (answer === undefined || step.kind === 'elicit-slot') return undefined
  if (step.kind === 'confirm-intent') return { ...intent, confirmationStatus: answer }
  const slot = intent.slots?.[step.slot] ?? { name: step.slot, confirmationStatus: 'NONE' }
  return withSlots(intent, [{ ...slot, confirmationStatus: answer }])
}

/**
 * Slots in the order of the model, each elicited, validated and confirmed, and elicited again if the customer denies the
 * value; then the intent. The order is an inference, and so is what follows a denied value.
 */
function nextStep(dialog: DialogIntent, intent: Intent): DialogStep | undefined {
  if (intent.confirmationStatus === 'DENIED') return undefined
  for (const { name, elicitationRequired, confirmationRequired, validations } of dialog.slots) {
    const slot = intent.slots?.[name]
    const isFilled = slot?.slotValue !== undefined
    if (!isFilled && elicitationRequired) return { kind: 'elicit-slot', slot: name }
    const broken = isFilled ? brokenValidation(slot, validations) : undefined
    if (broken !== undefined) return { kind: 'elicit-slot', slot: name, prompt: broken.prompt }
    if (!isFilled || !confirmationRequired || slot.confirmationStatus === 'CONFIRMED') continue
    return { kind: slot.confirmationStatus === 'DENIED' ? 'elicit-slot' : 'confirm-slot', slot: name }
  }
  return dialog.confirmationRequired && intent.confirmationStatus === 'NONE' ? { kind: 'confirm-intent' } : undefined
}

function stepOf({ type, slotToElicit, slotToConfirm }: Directive): DialogStep | undefined {
  if (type === 'Dialog.ConfirmIntent') return { kind: 'confirm-intent' }
  if (type === 'Dialog.ElicitSlot' && typeof slotToElicit === 'string')
    return { kind: 'elicit-slot', slot: slotToElicit }
  if (type === 'Dialog.ConfirmSlot' && typeof slotToConfirm === 'string') {
    return { kind: 'confirm-slot', slot: slotToConfirm }
  }
  return undefined
}

/**
 * The first variation whose slots are all filled, or else the first: a test must be able to expect it. That Alexa leaves out
 * those with unfilled slots is an inference, from Amazon's samples.
 *
 * @see https://github.com/alexa-samples/skill-sample-nodejs-zero-to-hero (read 2026-11-29)
 */
function promptFor(
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

/** What the customer said for a slot; several values with commas. */
function spokenValue(slot: Slot | undefined): string | undefined {
  const { value, slotValue } = slot ?? {}
  return slotValue?.type === 'List' ? slotValue.values.map((one) => one.value).join(', ') : value
}

/** The intent as a directive changes it; slots that it leaves out stay as they are. */
function updatedIntent(updated: unknown, current: Intent | undefined, context: IntentContext): Intent | undefined {
  if (!isObject(updated) || typeof updated.name !== 'string') return current
  const { name, slots } = updated
  const known = context.model?.intents.find((intent) => intent.name === name)?.slots ?? []
  const unfilled = Object.fromEntries(known.map((slot) => [slot.name, emptySlot(slot.name)]))
  const base: Intent =
    current?.name === name
      ? current
      : { name, confirmationStatus: 'NONE', ...(known.length > 0 && { slots: unfilled }) }
  const changed = known.flatMap((slot): Slot[] => {
    const given = isObject(slots) ? slots[slot.name] : undefined
    if (!isObject(given)) return []
    const confirmationStatus = statusOf(given.confirmationStatus)
    const before = base.slots?.[slot.name]
    if (typeof given.value !== 'string')
      return [before?.value === undefined ? { ...emptySlot(slot.name), ...before } : emptySlot(slot.name)]
    if (before?.value === given.value) return [{ ...before, confirmationStatus }]
    return [filledSlot(slot, [given.value], context, confirmationStatus)]
  })
  return { ...withSlots(base, changed), confirmationStatus: statusOf(updated.confirmationStatus) }
}

function withSlots(intent: Intent, slots: readonly Slot[]): Intent {
  if (slots.length === 0) return intent
  return { ...intent, slots: { ...intent.slots, ...Object.fromEntries(slots.map((slot) => [slot.name, slot])) } }
}

function emptySlot(name: string): Slot {
  return { name, confirmationStatus: 'NONE' }
}

function statusOf(status: unknown): ConfirmationStatus {
  return status === 'CONFIRMED' || status === 'DENIED' ? status : 'NONE'
}
