// Not the global ones: fake timers of a user's test must not hang a read.
import { clearTimeout, setImmediate, setTimeout } from 'node:timers'

const { hrtime } = process
const wallClock = Date.now

/** Not `performance.now()`, which Node loads when it is first asked for: that would be a fifth of a cold start's cost. */
function monotonic(): number {
  const [seconds, nanoseconds] = hrtime()
  return seconds * 1000 + nanoseconds / 1e6
}

export interface Clock {
  /** Milliseconds that only grow; for durations and deadlines. */
  now(): number
  /** Milliseconds since 1970, which also count while a frozen process sleeps; for the age of idle sockets. */
  wallNow(): number
  /** Calls back once; the returned function cancels. */
  after(delayMs: number, callback: () => void): () => void
  /** Settles when pending I/O (a server's FIN, say) has been seen. */
  afterPendingIo(): Promise<void>
}

export const systemClock: Clock = {
  now: monotonic,
  wallNow: wallClock,
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
  afterPendingIo: () => new Promise((resolve) => setImmediate(resolve)),
}

/** Milliseconds with one decimal, as results and events report them. */
export function elapsedMs(clock: Clock, since: number): number {
  return Math.round((clock.now() - since) * 10) / 10
}
