import { isDeepStrictEqual } from 'node:util'
import { isObject, own } from '../base/own.js'

/** The request that waits for the customer's yes or no. */
export interface WaitingRequest {
  /** Which handler asked. */
  readonly handler: string
  /** What the customer said: the launch, with its task, or the intent with its slots. */
  readonly request:
    | { readonly type: 'LaunchRequest'; readonly task?: object }
    | { readonly type: 'IntentRequest'; readonly intent: object; readonly dialogState?: string }
}

/** The request of an envelope that is to wait; `undefined` for one that cannot: neither a launch nor an intent. */
export function waitingIn(envelope: unknown, handler: string): WaitingRequest | undefined {
  try {
    return waitingRequest(handler, own(envelope, 'request'))
  } catch {
    return undefined
  }
}

/** Checks what came back with a token, and leaves everything out that does not belong to it. */
export function waitingRequest(handler: unknown, request: unknown): WaitingRequest | undefined {
  const type = own(request, 'type')
  if (typeof handler !== 'string') return undefined
  if (type === 'LaunchRequest') {
    const task = own(request, 'task')
    return { handler, request: { type, ...(isObject(task) && { task }) } }
  }
  const intent = own(request, 'intent')
  if (type !== 'IntentRequest' || !isObject(intent) || typeof own(intent, 'name') !== 'string') return undefined
  const dialogState = own(request, 'dialogState')
  // Id, time and locale are those of the request that resumes it.
  return { handler, request: { type, intent, ...(typeof dialogState === 'string' && { dialogState }) } }
}

/**
 * Since 2021 Alexa sends what a slot holds twice, the second time as `slotValue`, which would make the token of an intent
 * with three slots too long. So `true` takes the place of a `slotValue` that only repeats its slot.
 */
export function withoutRepeatedValues(waiting: WaitingRequest): WaitingRequest {
  return mapSlots(waiting, (slot) =>
    isDeepStrictEqual(own(slot, 'slotValue'), valueIn(slot)) ? { ...slot, slotValue: true } : slot,
  )
}

/** The reverse. */
export function withRepeatedValues(waiting: WaitingRequest): WaitingRequest {
  return mapSlots(waiting, (slot) => (own(slot, 'slotValue') === true ? { ...slot, slotValue: valueIn(slot) } : slot))
}

function mapSlots(waiting: WaitingRequest, change: (slot: object) => object): WaitingRequest {
  const { request } = waiting
  const slots = request.type === 'IntentRequest' && own(request.intent, 'slots')
  if (request.type !== 'IntentRequest' || !isObject(slots)) return waiting
  const changed = Object.entries(slots).map(([name, slot]) => [name, isObject(slot) ? change(slot) : slot])
  return { ...waiting, request: { ...request, intent: { ...request.intent, slots: Object.fromEntries(changed) } } }
}

function valueIn(slot: object): object {
  const resolutions = own(slot, 'resolutions')
  return { type: 'Simple', value: own(slot, 'value'), ...(resolutions !== undefined && { resolutions }) }
}
