import type { Customer } from '../customer/customer.js'
import type { RequestEnvelope } from '../wire/envelope.js'
import type { Turn } from './turn.js'
import type { Understood } from './words.js'

/** Why a device sends a request. */
export interface TurnOrigin {
  /** What Alexa has understood. Undefined unless the turn came from words. */
  readonly understood: Understood | undefined
  /** Whether the device sends the request by itself, because the skill has delegated a dialog and nothing is left to ask. */
  readonly isDelegated: boolean
}

/** Functions that are called with each turn of a device. */
export interface TurnWatcher {
  /** Called before a device sends an envelope. */
  turnBegun(envelope: RequestEnvelope, customer: Customer, origin: TurnOrigin): void
  /**
   * Called after a turn. @param returned What the skill returned, even if `turn.response` is undefined because it was
   * not a response.
   */
  turnEnded(turn: Turn, returned: unknown): void
  /** Called after a turn without a request to the skill, because Alexa asked the question itself. */
  turnWithoutRequest(turn: Turn, customer: Customer): void
}
