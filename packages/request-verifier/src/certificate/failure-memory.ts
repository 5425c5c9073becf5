import type { Rejection } from '../rejection.js'

/** For a missing or untrusted file. Amazon may publish another. */
const lastingMs = 10_000
/** For a network failure, which is often over at once. */
const passingMs = 1_000
const maxFailures = 1_024

/** Remembers failed downloads for a short time, so that repeated requests with the same URL cost almost nothing. */
export interface FailureMemory {
  recall(url: string, nowMs: number): Rejection | undefined
  /** Remembers a failure. @returns the rejection */
  remember(url: string, rejection: Rejection, nowMs: number, isLasting: boolean): Rejection
  forget(url: string): void
}

export function createFailureMemory(): FailureMemory {
  const failures = new Map<string, { rejection: Rejection; atMs: number; forMs: number }>()

  return {
    recall(url, nowMs) {
      const failure = failures.get(url)
      if (!failure) return undefined
      // Handles clocks that were set back, too.
      if (Math.abs(nowMs - failure.atMs) < failure.forMs) return failure.rejection
      failures.delete(url)
      return undefined
    },
    remember(url, rejection, nowMs, isLasting) {
      failures.delete(url)
      failures.set(url, { rejection, atMs: nowMs, forMs: isLasting ? lastingMs : passingMs })
      for (const oldest of failures.keys()) {
        if (failures.size <= maxFailures) break
        failures.delete(oldest)
      }
      return rejection
    },
    forget: (url) => void failures.delete(url),
  }
}
