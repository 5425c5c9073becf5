import type { Clock } from '../base/clock.js'
import type { Connections } from './connection.js'
import { Exchange, type ExchangeOutcome, type ExchangeRequest } from './exchange.js'
import type { Target } from './gate.js'

/** For integrations: a request in progress. */
export interface Attempt {
  /** Resolves with the outcome, and never rejects. */
  readonly outcome: Promise<ExchangeOutcome>
  cancel(): void
}

/** What an attempt needs from its transport. */
export interface AttemptContext {
  readonly connections: Connections
  readonly clock: Clock
  isClosed(): boolean
}

export const cancelledOutcome: ExchangeOutcome = Object.freeze({ kind: 'broken', cause: 'cancelled' })

/**
 * Sends a request. If the kept connection is gone, sends the same GET again on a fresh one. A lost connection is a
 * local event, not a sign of a struggling server, and a GET has no side effect.
 */
export class SafeAttempt implements Attempt {
  readonly outcome: Promise<ExchangeOutcome>
  #resolve: (outcome: ExchangeOutcome) => void = () => {}
  readonly #target: Target
  readonly #request: ExchangeRequest
  readonly #context: AttemptContext
  /** The time at which all exchanges together must end, by the clock. */
  readonly #end: number
  #exchange: Exchange | undefined
  #isSecond = false
  #cancelled = false

  constructor(target: Target, request: ExchangeRequest, totalTimeoutMs: number | undefined, context: AttemptContext) {
    this.#target = target
    this.#request = request
    this.#context = context
    this.#end = totalTimeoutMs === undefined ? Number.POSITIVE_INFINITY : context.clock.now() + totalTimeoutMs
    this.outcome = new Promise((resolve) => {
      this.#resolve = resolve
    })
    this.#prepare()
  }

  cancel(): void {
    this.#cancelled = true
    this.#exchange?.cancel()
  }

  #prepare(): void {
    const { connections, clock } = this.#context
    const pause = connections.beforeRequest(this.#target, clock)
    if (pause === undefined) this.#send()
    else void pause.then(() => this.#send())
  }

  #send(): void {
    const { connections, clock, isClosed } = this.#context
    if (this.#cancelled || isClosed()) {
      this.#resolve(cancelledOutcome)
      return
    }
    const receive = (outcome: ExchangeOutcome) => this.#receive(outcome)
    this.#exchange = new Exchange(this.#target, this.#request, this.#end, connections, clock, receive)
  }

  #receive(outcome: ExchangeOutcome): void {
    if (outcome.kind === 'broken' && this.#context.isClosed()) {
      // Closing the transport looks like a network failure to the connection.
      this.#resolve(cancelledOutcome)
    } else if (outcome.kind === 'response' || outcome.cause !== 'gone' || !this.#mayRepeat()) {
      this.#resolve(outcome)
    } else {
      this.#isSecond = true
      this.#prepare()
    }
  }

  #mayRepeat(): boolean {
    if (this.#isSecond) return false
    // The other kept connections are most likely gone, too.
    this.#context.connections.dropIdle(this.#target)
    return this.#request.method === 'GET'
  }
}
