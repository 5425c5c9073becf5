/** The limit takes about 10 MB. At 330 requests per second, it is reached within the 150 s. */
const maxRequests = 50_000

/** Remembers accepted requests for as long as they could be accepted again. */
export interface ReplayMemory {
  has(requestId: unknown): boolean
  remember(requestId: unknown, untilMs: number, nowMs: number): void
}

/**
 * Creates the memory. Only verified requests are added, so forged requests cannot displace them. When full, the oldest
 * is forgotten.
 */
export function createReplayMemory(capacity = maxRequests): ReplayMemory {
  const until = new Map<unknown, number>()

  return {
    has: (requestId) => until.has(requestId),
    remember(requestId, untilMs, nowMs) {
      until.set(requestId, untilMs)
      // Oldest first. An entry that lives longer than later ones keeps them a little longer, which does no harm.
      for (const [oldest, end] of until) {
        if (end >= nowMs && until.size <= capacity) break
        until.delete(oldest)
      }
    },
  }
}
