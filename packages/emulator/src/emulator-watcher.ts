import type { Customer } from './customer.js'
import type { RequestEnvelope } from './envelope.js'
import type { DeliveredEvent } from './event-delivery.js'
import type { ApiRequest } from './request-log.js'
import type { Turn } from './turn.js'

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
