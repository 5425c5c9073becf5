import { isDeepStrictEqual } from 'node:util'
import { isObject, own } from '../base/own.js'

/** The request that waits for the consent answer. */
export interface WaitingRequest {
  /** Identifies the handler that asked. */
  readonly handler: string
  /** The launch with its task, or the intent with its slots. */
  readonly request:
    | { readonly type: 'LaunchRequest'; readonly task?: object }
    | { readonly type: 'IntentRequest'; readonly intent: object; readonly dialogState?: string }
}

/** Returns the part of a request that waits, or `undefined` if it is neither a launch nor an intent. */
export function waitingIn(envelope: unknown, handler: string): WaitingRequest | undefined {
  try {
    return waitingRequest(handler, own(envelope, 'request'))
  } catch {
    return undefined
  }
}

/** Checks the content of a token, and keeps only the properties that belong to it. */
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
  // The request that resumes it provides the id, time and locale.
  return { handler, request: { type, intent, ...(typeof dialogState === 'string' && { dialogState }) } }
}

/**
 * Replaces each `slotValue` that only repeats its slot with `true`. Since 2021, Alexa sends the content of a slot
 * twice, which would make the token of an intent with three slots too long.
 */
export function withoutRepeatedValues(waiting: WaitingRequest): WaitingRequest {
  return mapSlots(waiting, (slot) =>
    isDeepStrictEqual(own(slot, 'slotValue'), valueIn(slot)) ? { ...slot, slotValue: true } : slot,
  )
}

/** Restores each `slotValue` that `withoutRepeatedValues` has replaced. */
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
