import { processWide } from '../base/process-wide.js'
import type { ClassifiedResponse } from './classify-response.js'

const firstBackoffMs = 100
const longestBackoffMs = 1000

/** Whether the service may respond differently in a moment. */
export function isWorthRetrying(result: ClassifiedResponse): boolean {
  if (result.status === 'throttled') return true
  if (result.status !== 'failed') return false
  switch (result.failure) {
    case 'server-error':
      return result.httpStatus !== undefined && [500, 502, 503, 504].includes(result.httpStatus)
    case 'network':
      // A certificate does not become valid within seconds.
      return !/CERT|TLS|SSL|VERIFY|EPROTO/.test(result.code ?? '')
    case 'timeout':
      return true
    default:
      return false
  }
}

/** Full jitter: a random time below a limit that doubles with each retry, so that clients do not retry in step. */
export function backoffMs(retry: number, random: () => number): number {
  return Math.ceil(random() * Math.min(longestBackoffMs, firstBackoffMs * 2 ** retry))
}

const fullBudgetTenths = 40

/** In tenths of a retry, so that sums are exact. */
const budget = processWide('retry-budget/1', () => ({ tenths: fullBudgetTenths }))

/**
 * Protects a struggling service: a process may retry four times, plus once for every ten reads. So retries add at most
 * 10 % to its requests, and four to those of a process that has just started.
 */
export const retryBudget = {
  payIn(): void {
    budget.tenths = Math.min(fullBudgetTenths, budget.tenths + 1)
  },
  /** @returns whether a retry was left */
  takeRetry(): boolean {
    if (budget.tenths < 10) return false
    budget.tenths -= 10
    return true
  },
  /** For tests: restores the state of a new process. */
  refill(): void {
    budget.tenths = fullBudgetTenths
  },
}
