// Kept from the start, so that fake timers in a user's test do not block a read.
import { clearTimeout, setImmediate, setTimeout } from 'node:timers'

const { hrtime } = process
const wallClock = Date.now

/** Not `performance.now()`: Node loads it on first use, which takes a fifth of the cold start's cost. */
function monotonic(): number {
  const [seconds, nanoseconds] = hrtime()
  return seconds * 1000 + nanoseconds / 1e6
}

export interface Clock {
  /** Monotonic milliseconds, for durations and deadlines. */
  now(): number
  /** Milliseconds since 1970. They also count while a process is frozen, for the age of idle sockets. */
  wallNow(): number
  /** Calls the function once, after the delay. The returned function cancels. */
  after(delayMs: number, callback: () => void): () => void
  /** Resolves after pending I/O, such as a server's FIN, has been handled. */
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

/** Milliseconds with one decimal, as in results and events. */
export function elapsedMs(clock: Clock, since: number): number {
  return Math.round((clock.now() - since) * 10) / 10
}
