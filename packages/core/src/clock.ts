/**
 * Time as it was when this module loaded: fake timers that a user's test installs later must not hang a read.
 */
const { setTimeout, clearTimeout, setImmediate, performance } = globalThis
const monotonic = performance.now.bind(performance)
const wallClock = Date.now

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
