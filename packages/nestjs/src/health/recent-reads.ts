import type { ReadEnd } from '@alexa-profile/core'

/** Reads are kept for at most a minute. */
const keptMs = 60_000
const mostKept = 20

export interface RecentReads {
  note(end: ReadEnd): void
  /** The number of reads in the last minute, the number of failures, and the reason for the last failure. */
  summary(): { readonly reads: number; readonly failed: number; readonly lastFailure?: string }
}

export function createRecentReads(now: () => number = () => performance.now()): RecentReads {
  let kept: { readonly at: number; readonly failure: string | undefined }[] = []
  return {
    note({ status, failure }) {
      if (failure === 'aborted') return
      kept = [...kept.slice(1 - mostKept), { at: now(), failure: status === 'failed' ? failure : undefined }]
    },
    summary() {
      const recent = kept.filter(({ at }) => now() - at < keptMs)
      const failures = recent.flatMap(({ failure }) => failure ?? [])
      const lastFailure = failures.at(-1)
      return { reads: recent.length, failed: failures.length, ...(lastFailure !== undefined && { lastFailure }) }
    },
  }
}
