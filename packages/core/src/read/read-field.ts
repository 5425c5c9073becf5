import { type Clock, elapsedMs } from '../clock.js'
import type { ProfileField, ProfileLevel } from '../fields.js'
import { scopeOf } from '../scopes.js'
import { type ClassifiedResponse, classifyOutcome, requestIdOf } from './classify-response.js'
import type { ExchangeOutcome } from './exchange.js'
import { availableResult, type ProfileResult, type ResultDetails } from './profile-result.js'
import { backoffMs, isWorthRetrying, retryAfterMs, retryBudget } from './retry.js'
import type { Attempt, Transport } from './transport.js'
import { nextReadId, publishEnd, type ReadEnd, readChannels } from './watch.js'

/** How reads go about it; the same for all reads of a client. */
export interface ReadPolicy {
  readonly transport: Transport
  readonly clock: Clock
  /** 0 ≤ x < 1 */
  readonly random: () => number
  readonly attemptTimeoutMs: number
  readonly maxRetries: number
  readonly onRead: ((event: ReadEnd) => void) | undefined
}

/** A read of one field under way, which several callers may wait for. */
export interface FieldRead {
  /** Never rejects. */
  readonly result: Promise<ProfileResult>
  /** Retries are only begun when they fit; a caller who joins with more time moves it. */
  deadline: number
  readonly attempts: number
  /** Settles at once as failed for this reason. */
  stop(failure: 'timeout' | 'aborted'): void
}

/** Values are a few bytes; this leaves room for any name there is and none for an attack on memory. */
const maxBodyBytes = 64 * 1024

/** After a pause, silence means that the path was lost more often than that the service is slow. */
const silenceMs = 1000

/** A retry with less than this left would only spend the budget. */
const leastTimeMs = 50

/** Starts to read one field: attempts, and retries where they may help, fit and are not too many. */
export function readField(
  url: URL,
  token: string,
  field: ProfileField,
  level: ProfileLevel,
  deadline: number,
  policy: ReadPolicy,
): FieldRead {
  const { clock, transport } = policy
  const startedAt = clock.now()
  const id = nextReadId()
  let attempts = 0
  let attempt: Attempt | undefined
  let stopped: 'timeout' | 'aborted' | undefined
  let wakeUp = () => {}

  const request = {
    url,
    method: 'GET',
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    timeoutMs: policy.attemptTimeoutMs,
    silenceMs,
    maxBodyBytes,
  }

  async function run(): Promise<ProfileResult> {
    retryBudget.payIn()
    if (readChannels.start.hasSubscribers) readChannels.start.publish({ id, field, level })
    for (let retries = 0; ; retries += 1) {
      attempts += 1
      attempt = transport.attempt(request)
      const outcome = await attempt.outcome
      const answer = stopped ? failed(stopped) : classifyOutcome(field, outcome, clock.wallNow())
      if (stopped || !isWorthRetrying(answer) || retries >= policy.maxRetries) return finish(answer, outcome)
      const delayMs = delayBefore(retries, outcome)
      const tooLate = clock.now() + delayMs + leastTimeMs > read.deadline
      if (tooLate || !retryBudget.takeRetry()) return finish(answer, outcome)
      publishRetry(delayMs, answer)
      await pause(delayMs)
      if (stopped) return finish(failed(stopped), outcome)
    }
  }

  function delayBefore(retries: number, outcome: ExchangeOutcome): number {
    const wanted = outcome.kind === 'response' && retryAfterMs(outcome.headers['retry-after'], clock.wallNow())
    return typeof wanted === 'number' ? wanted : backoffMs(retries, policy.random)
  }

  function pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.after(delayMs, resolve)
      wakeUp = () => {
        cancel()
        resolve()
      }
    })
  }

  function publishRetry(delayMs: number, answer: ClassifiedResponse): void {
    if (!readChannels.retry.hasSubscribers) return
    const cause = answer.status === 'failed' ? answer.failure : answer.status
    readChannels.retry.publish({ id, field, level, attempts, delayMs, cause })
  }

  function finish(answer: ClassifiedResponse, outcome: ExchangeOutcome): ProfileResult {
    const requestId = requestIdOf(outcome)
    const durationMs = elapsedMs(clock, startedAt)
    const result = resultOf(answer, { field, level, ...(requestId && { requestId }), attempts, durationMs })
    publishEnd(id, result, policy.onRead)
    return result
  }

  const read = {
    deadline,
    get attempts() {
      return attempts
    },
    stop(failure: 'timeout' | 'aborted') {
      stopped ??= failure
      attempt?.cancel()
      wakeUp()
    },
  }
  return Object.assign(read, { result: run() })
}

function failed(failure: 'timeout' | 'aborted'): ClassifiedResponse {
  return { status: 'failed', failure }
}

function resultOf(answer: ClassifiedResponse, details: ResultDetails): ProfileResult {
  if (answer.status === 'available') return availableResult(details, answer.value)
  if (answer.status === 'permission-missing') {
    return Object.freeze({ ...answer, scope: scopeOf[details.field], ...details })
  }
  return Object.freeze({ ...answer, ...details })
}
