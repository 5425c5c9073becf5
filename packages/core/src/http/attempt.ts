import type { Clock } from '../base/clock.js'
import type { Connections } from './connection.js'
import { Exchange, type ExchangeOutcome, type ExchangeRequest } from './exchange.js'
import type { Target } from './gate.js'

/** For integrations: one request on its way. */
export interface Attempt {
  /** Never rejects. */
  readonly outcome: Promise<ExchangeOutcome>
  cancel(): void
}

/** What an attempt needs of the transport that it belongs to. */
export interface AttemptContext {
  readonly connections: Connections
  readonly clock: Clock
  isClosed(): boolean
}

export const cancelledOutcome: ExchangeOutcome = Object.freeze({ kind: 'broken', cause: 'cancelled' })

/**
 * A request and, where its kept connection turns out to be gone, the same GET once more on a fresh one: that is a local
 * fact, no sign of a struggling server, and a GET has no side effect.
 */
export class SafeAttempt implements Attempt {
  readonly outcome: Promise<ExchangeOutcome>
  #resolve: (outcome: ExchangeOutcome) => void = () => {}
  readonly #target: Target
  readonly #request: ExchangeRequest
  readonly #context: AttemptContext
  /** On the clock; for all exchanges together. */
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
      // What closing the transport does to a connection looks like a failure of the network.
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
    // The other kept connections have most likely gone the same way.
    this.#context.connections.dropIdle(this.#target)
    return this.#request.method === 'GET'
  }
}
