import { type Clock, elapsedMs } from '../base/clock.js'
import type { FieldLevel } from '../fields/field.js'
import type { ProfileField } from '../fields/fields.js'
import type { Attempt } from '../http/attempt.js'
import type { ExchangeOutcome } from '../http/exchange.js'
import type { Transport } from '../http/transport.js'
import { type ClassifiedResponse, classifyOutcome, requestIdOf } from './classify-response.js'
import type { FieldUrls } from './field-urls.js'
import { availableResult, type ProfileResult, type ResultDetails } from './profile-result.js'
import { backoffMs, isWorthRetrying, retryBudget } from './retry.js'
import { retryAfterMs } from './retry-after.js'
import { nextReadId, publishEnd, type ReadEnd, readChannels } from './watch.js'

/** The settings of all reads of a client. */
export interface ReadPolicy {
  readonly transport: Transport
  readonly urls: FieldUrls
  readonly clock: Clock
  /** Returns a random number x, 0 ≤ x < 1. */
  readonly random: () => number
  readonly attemptTimeoutMs: number
  readonly maxRetries: number
  readonly onRead: ((event: ReadEnd) => void) | undefined
}

/** The field to read, and at which level. */
export interface FieldRequest {
  readonly url: URL
  readonly token: string
  readonly field: ProfileField
  readonly level: FieldLevel
}

/** A caller's limits. If several callers wait for a read, the most generous limit counts. */
export interface ReadLimits {
  /** The end of the read, by the clock. A retry that does not fit is not started. */
  readonly deadline: number
  readonly maxRetries: number
}

type Reason = 'timeout' | 'aborted'

/** Values are a few bytes. This leaves room for any name, but not for an attack on memory. */
const maxBodyBytes = 64 * 1024

/** After a pause, silence usually means a lost path and not a slow service. */
const silenceMs = 1000

/** A retry with less time left would only use up the budget. */
const leastTimeMs = 50

/** One field being read: requests, with retries if they may help, fit into the time and are within the limits. */
export class FieldRead {
  readonly request: FieldRequest
  /** Resolves with the result, and never rejects. */
  readonly result: Promise<ProfileResult>
  /** The result, once there is one. */
  settled: ProfileResult | undefined
  /** The number of callers that wait for the result. */
  waiting = 0
  readonly #policy: ReadPolicy
  #limits: ReadLimits
  readonly #startedAt: number
  readonly #id = nextReadId()
  #attempts = 0
  #attempt: Attempt | undefined
  #stopped: Reason | undefined
  /** Alexa's last response, if it was worth a retry. */
  #answered: { readonly answer: ClassifiedResponse; readonly requestId: string | undefined } | undefined
  #wakeUp: (() => void) | undefined

  constructor(request: FieldRequest, limits: ReadLimits, policy: ReadPolicy) {
    this.request = request
    this.#limits = limits
    this.#policy = policy
    this.#startedAt = policy.clock.now()
    this.result = this.#run()
  }

  /** Extends the limits for a caller that joins. */
  extend({ deadline, maxRetries }: ReadLimits): void {
    const own = this.#limits
    this.#limits = {
      deadline: Math.max(own.deadline, deadline),
      maxRetries: Math.max(own.maxRetries, maxRetries),
    }
  }

  /** Settles immediately. */
  stop(reason: Reason): void {
    this.#stopped ??= reason
    this.#attempt?.cancel()
    this.#wakeUp?.()
  }

  /** The result for a caller that leaves while others wait. */
  resultSoFar(reason: Reason, startedAt: number): ProfileResult {
    return this.#resultOf({ status: 'failed', failure: reason }, undefined, startedAt)
  }

  async #run(): Promise<ProfileResult> {
    const { transport, clock, attemptTimeoutMs, random } = this.#policy
    const { url, token, field, level } = this.request
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
    const request = { url, method: 'GET', headers, timeoutMs: attemptTimeoutMs, silenceMs, maxBodyBytes }
    retryBudget.payIn()
    if (readChannels.start.hasSubscribers) readChannels.start.publish({ id: this.#id, field, level })

    for (let retries = 0; ; retries += 1) {
      this.#attempts += 1
      this.#attempt = transport.attempt(request)
      const outcome = await this.#attempt.outcome
      if (this.#stopped) return this.#finish({ status: 'failed', failure: this.#stopped }, outcome)
      const answer = classifyOutcome(field, outcome, clock.wallNow())
      if (!isWorthRetrying(answer)) return this.#finish(answer, outcome)
      if (outcome.kind === 'response') this.#answered = { answer, requestId: requestIdOf(outcome) }
      if (retries >= this.#limits.maxRetries) return this.#finish(answer, outcome)
      const delayMs = waitAskedFor(outcome, clock) ?? backoffMs(retries, random)
      const isTooLate = clock.now() + delayMs + leastTimeMs > this.#limits.deadline
      if (isTooLate || !retryBudget.takeRetry()) return this.#finish(answer, outcome)
      this.#publishRetry(delayMs, answer)
      await this.#pause(delayMs)
      if (this.#stopped) return this.#finish({ status: 'failed', failure: this.#stopped }, outcome)
    }
  }

  #pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#policy.clock.after(delayMs, resolve)
      this.#wakeUp = () => {
        cancel()
        resolve()
      }
    })
  }

  #publishRetry(delayMs: number, answer: ClassifiedResponse): void {
    if (!readChannels.retry.hasSubscribers) return
    const { field, level } = this.request
    const cause = answer.status === 'failed' ? answer.failure : answer.status
    readChannels.retry.publish({ id: this.#id, field, level, attempts: this.#attempts, delayMs, cause })
  }

  #finish(answer: ClassifiedResponse, outcome: ExchangeOutcome): ProfileResult {
    this.settled = this.#resultOf(answer, outcome, this.#startedAt)
    publishEnd(this.#id, this.settled, this.#policy.onRead)
    return this.settled
  }

  #resultOf(given: ClassifiedResponse, outcome: ExchangeOutcome | undefined, startedAt: number): ProfileResult {
    // Alexa's last response says more than the end of the time.
    const isTimeout = given.status === 'failed' && given.failure === 'timeout'
    const { answer, requestId } = (isTimeout && this.#answered) || {
      answer: given,
      requestId: outcome && requestIdOf(outcome),
    }
    const { field, level } = this.request
    const durationMs = elapsedMs(this.#policy.clock, startedAt)
    return resultOf(answer, { field, level, ...(requestId && { requestId }), attempts: this.#attempts, durationMs })
  }
}

/** `Retry-After`, in milliseconds. */
function waitAskedFor(outcome: ExchangeOutcome, clock: Clock): number | undefined {
  return outcome.kind === 'response' ? retryAfterMs(outcome.headers['retry-after'], clock.wallNow()) : undefined
}

function resultOf(answer: ClassifiedResponse, details: ResultDetails): ProfileResult {
  if (answer.status === 'available') return availableResult(details, answer.value)
  return Object.freeze({ ...answer, ...details })
}
