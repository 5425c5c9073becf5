/** So many requests are remembered at most, about 10 MB; 330 requests per second fill it within the 150 s. */
const maxRequests = 50_000

/** Remembers accepted requests for as long as they could be accepted again. */
export interface ReplayMemory {
  has(requestId: unknown): boolean
  remember(requestId: unknown, untilMs: number, nowMs: number): void
}

/** Only proven requests get in, so that nobody else can push one out. When full, the oldest is forgotten. */
export function createReplayMemory(capacity = maxRequests): ReplayMemory {
  const until = new Map<unknown, number>()

  return {
    has: (requestId) => until.has(requestId),
    remember(requestId, untilMs, nowMs) {
      until.set(requestId, untilMs)
      // Oldest first; one that lives longer than its followers keeps them a little longer, which harms nobody.
      for (const [oldest, end] of until) {
        if (end >= nowMs && until.size <= capacity) break
        until.delete(oldest)
      }
    },
  }
}
