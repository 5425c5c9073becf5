import { processWide } from '../base/process-wide.js'
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

const fullBudgetTenths = 40

/** In tenths of a retry, so that sums stay exact. */
const budget = processWide('retry-budget/1', () => ({ tenths: fullBudgetTenths }))

/**
 * Keeps a struggling service from being hit harder: a process may retry four times, plus once for every ten reads.
 * So retries add at most 10 % to what it asks for, and four to a process that has just started.
 */
export const retryBudget = {
  payIn(): void {
    budget.tenths = Math.min(fullBudgetTenths, budget.tenths + 1)
  },
  /** @returns whether there was one left */
  takeRetry(): boolean {
    if (budget.tenths < 10) return false
    budget.tenths -= 10
    return true
  },
  /** For tests: as in a process that has just started. */
  refill(): void {
    budget.tenths = fullBudgetTenths
  },
}
