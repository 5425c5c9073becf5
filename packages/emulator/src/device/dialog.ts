import type { DialogIntent, DialogPrompt } from '../skill/dialog-model.js'
import type { ConfirmationStatus, DeviceRequest, Intent, IntentRequest } from '../wire/request.js'
import type { Directive } from '../wire/response.js'
import { type DialogStep, nextStep, promptFor } from './dialog-step.js'
import type { IntentContext } from './intent.js'
import { updatedIntent, withSlots } from './updated-intent.js'

/** A dialog between two turns, while the device waits for the customer's reply. */
export interface OpenDialog {
  readonly intent: Intent
  readonly step: DialogStep
  /** Whether Alexa asks, with the prompts of the interaction model. */
  readonly isDelegated: boolean
  /** The prompt with which Alexa asks. */
  readonly prompt: DialogPrompt | undefined
}

/** What follows a response in a dialog: the device waits for a reply, or sends the next request at once. */
export type DialogTurn =
  | { readonly waits: OpenDialog; readonly completed?: never }
  | { readonly completed: IntentRequest; readonly waits?: never }

/** Other directives of this interface, such as that for dynamic entities, leave the dialog as it is. */
const carriesOn = ['Dialog.Delegate', 'Dialog.ElicitSlot', 'Dialog.ConfirmSlot', 'Dialog.ConfirmIntent']

const yes = 'AMAZON.YesIntent'
const no = 'AMAZON.NoIntent'

/**
 * Creates the request for an utterance. In a dialog, slots that were filled before are still filled, and a yes or no
 * confirms.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/dialog-interface-reference.html (read 2026-11-28)
 */
export function dialogRequest(said: Intent, open: OpenDialog | undefined, context: IntentContext): IntentRequest {
  const reply = open && replyTo(open, said)
  const intent = reply ?? said
  const dialog = dialogOf(intent, context)
  if (dialog === undefined) return { type: 'IntentRequest', intent }
  const isComplete = open?.isDelegated && nextStep(dialog, intent, context.clock) === undefined
  const isFinal = isAutomatic(dialog, context) || (reply && isComplete)
  const dialogState = isFinal ? 'COMPLETED' : reply ? 'IN_PROGRESS' : 'STARTED'
  return { type: 'IntentRequest', dialogState, intent }
}

/**
 * Returns the question that Alexa asks itself before it sends this request, or undefined if it sends the request now.
 */
export function askedBefore(request: DeviceRequest, context: IntentContext): OpenDialog | undefined {
  if (request.type !== 'IntentRequest') return undefined
  const { intent } = request
  const dialog = dialogOf(intent, context)
  if (dialog === undefined || !isAutomatic(dialog, context)) return undefined
  const step = nextStep(dialog, intent, context.clock)
  const prompt = step && promptFor(step, dialog, intent, context.model?.dialog)
  return step && { intent, step, isDelegated: true, prompt }
}

function isAutomatic(dialog: DialogIntent, { model }: IntentContext): boolean {
  return (dialog.delegationStrategy ?? model?.dialog?.delegationStrategy) === 'ALWAYS'
}

/** Returns what follows a response in a dialog. @param directives The directives of a response that Alexa accepts. */
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
  const step = nextStep(dialog, intent, context.clock)
  if (step !== undefined) {
    return {
      waits: { intent, step, isDelegated: true, prompt: promptFor(step, dialog, intent, context.model?.dialog) },
    }
  }
  // Alexa has nothing left to ask. If a skill delegates again after this, its turn ends without speech.
  const wasCompleted = request.type === 'IntentRequest' && request.dialogState === 'COMPLETED'
  return wasCompleted ? undefined : { completed: { type: 'IntentRequest', dialogState: 'COMPLETED', intent } }
}

function dialogOf({ name }: Intent, { model }: IntentContext): DialogIntent | undefined {
  return model?.dialog?.intents.find((dialog) => dialog.name === name)
}

/** Returns the intent of the dialog after the customer's reply, or undefined if the customer said something else. */
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

function stepOf({ type, slotToElicit, slotToConfirm }: Directive): DialogStep | undefined {
  if (type === 'Dialog.ConfirmIntent') return { kind: 'confirm-intent' }
  if (type === 'Dialog.ElicitSlot' && typeof slotToElicit === 'string')
    return { kind: 'elicit-slot', slot: slotToElicit }
  if (type === 'Dialog.ConfirmSlot' && typeof slotToConfirm === 'string') {
    return { kind: 'confirm-slot', slot: slotToConfirm }
  }
  return undefined
}
