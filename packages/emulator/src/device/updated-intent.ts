import { isObject } from '../base/is-object.js'
import type { ConfirmationStatus, Intent, Slot } from '../wire/request.js'
import { filledSlot, type IntentContext } from './intent.js'

/** Returns the intent as a directive changes it. Slots that the directive leaves out stay as they are. */
export function updatedIntent(
  updated: unknown,
  current: Intent | undefined,
  context: IntentContext,
): Intent | undefined {
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

export function withSlots(intent: Intent, slots: readonly Slot[]): Intent {
  if (slots.length === 0) return intent
  return { ...intent, slots: { ...intent.slots, ...Object.fromEntries(slots.map((slot) => [slot.name, slot])) } }
}

function emptySlot(name: string): Slot {
  return { name, confirmationStatus: 'NONE' }
}

function statusOf(status: unknown): ConfirmationStatus {
  return status === 'CONFIRMED' || status === 'DENIED' ? status : 'NONE'
}
