import type { ApiRequest } from './api/request-log.js'
import type { Customer } from './customer/customer.js'
import type { Turn } from './device/turn.js'
import type { DeliveredEvent } from './events/event-delivery.js'
import type { RequestEnvelope } from './wire/envelope.js'

/** Told of everything in an emulator as it happens, for whoever shows it. None of it may throw. @internal */
export interface EmulatorWatcher {
  /** A device is about to send this. */
  turnBegun(envelope: RequestEnvelope, customer: Customer): void
  /** @param answer What the skill gave, also where `turn.response` is undefined because it was no envelope. */
  turnEnded(turn: Turn, answer: unknown): void
  /** A request to the profile API has begun, was answered, or is over: the same object each time. */
  apiRequest(request: ApiRequest): void
  eventDelivered(event: DeliveredEvent): void
  /** Somebody's data or consent, a card, a situation or the manifest is another than before. */
  changed(): void
}

/** @internal */
export const nobodyWatches: EmulatorWatcher = {
  turnBegun() {},
  turnEnded() {},
  apiRequest() {},
  eventDelivered() {},
  changed() {},
}
