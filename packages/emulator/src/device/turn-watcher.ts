import type { Customer } from '../customer/customer.js'
import type { RequestEnvelope } from '../wire/envelope.js'
import type { Turn } from './turn.js'
import type { Understood } from './words.js'

/** Why a device sends a request. */
export interface TurnOrigin {
  /** What Alexa has understood; undefined unless the customer said words. */
  readonly understood: Understood | undefined
  /** Whether the device sends the request by itself: the skill has delegated a dialog, and nothing is left to ask. */
  readonly isDelegated: boolean
}

/** Called with each turn of a device. */
export interface TurnWatcher {
  /** A device is about to send this. */
  turnBegun(envelope: RequestEnvelope, customer: Customer, origin: TurnOrigin): void
  /** @param returned What the skill returned, also when `turn.response` is undefined because it was not a response. */
  turnEnded(turn: Turn, returned: unknown): void
  /** A turn of which the skill knows nothing: Alexa has asked by itself. */
  turnWithoutRequest(turn: Turn, customer: Customer): void
}
