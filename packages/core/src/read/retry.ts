import { processState } from '../process-state.js'
import type { ClassifiedResponse } from './classify-response.js'

const firstBackoffMs = 100
const longestBackoffMs = 1000

/** A service that answers so may do better in a moment; what says anything else would say it again. */
export function isWorthRetrying(result: ClassifiedResponse): boolean {
  if (result.status === 'throttled') return true
  if (result.status !== 'failed') return false
  switch (result.failure) {
    case 'server-error':
      return result.httpStatus !== undefined && [500, 502, 503, 504].includes(result.httpStatus)
    case 'network':
      // A certificate does not get better within seconds.
      return !/CERT|TLS|SSL|VERIFY|EPROTO/.test(result.code ?? '')
    case 'timeout':
      return true
    default:
      return false
  }
}

/** Full jitter: anything up to a limit that doubles with each retry, so that clients do not come back in step. */
export function backoffMs(retry: number, random: () => number): number {
  return Math.ceil(random() * Math.min(longestBackoffMs, firstBackoffMs * 2 ** retry))
}

/**
 * `Retry-After` in milliseconds: seconds or an HTTP date, as RFC 9110 section 10.2.3 has it; anything else is as good
 * as none. HTTP dates are UTC, also in the old form that does not say so.
 */
export function retryAfterMs(header: string | undefined, wallNow: number): number | undefined {
  if (header === undefined) return undefined
  const text = header.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return undefined
  const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(date) ? undefined : Math.max(0, date - wallNow)
}

/**
 * Keeps a struggling service from being hit harder: a process may retry four times, plus once for every ten reads.
 * So retries add at most 10 % to what it asks for, and four to a process that has just started.
 */
export const retryBudget = {
  payIn(): void {
    const budget = processState.retryBudget
    budget.tenths = Math.min(40, budget.tenths + 1)
  },
  /** @returns whether there was one left */
  takeRetry(): boolean {
    const budget = processState.retryBudget
    if (budget.tenths < 10) return false
    budget.tenths -= 10
    return true
  },
}
