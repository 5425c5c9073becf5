/**
 * Creates a clock that runs as fast as the machine can. Its timers are a queue, in whole milliseconds. Between two of
 * them everything that promises set off is done.
 */
export function createVirtualTime() {
  let now = 0
  let lastId = 0
  /** @type {Map<number, Map<number, () => void>>} by the moment, then by the timer's id */
  const queue = new Map()
  /** @type {Map<number, number>} */
  const momentOf = new Map()

  /**
   * @param {() => void} callback
   * @param {number} [delayMs]
   */
  function setTimeout(callback, delayMs = 0) {
    const moment = now + Math.max(1, Math.ceil(delayMs))
    lastId += 1
    const due = queue.get(moment) ?? new Map()
    queue.set(moment, due.set(lastId, callback))
    momentOf.set(lastId, moment)
    return lastId
  }

  /** @param {number} id */
  function clearTimeout(id) {
    queue.get(momentOf.get(id) ?? -1)?.delete(id)
    momentOf.delete(id)
  }

  class VirtualDate extends Date {
    /** @override */
    static now() {
      return now
    }
  }

  return {
    now: () => now,
    setTimeout,
    /** What a program finds in its `globalThis`. */
    globals: () => ({
      setTimeout,
      clearTimeout,
      setImmediate: (/** @type {() => void} */ callback) => setTimeout(callback, 0),
      performance: { now: () => now },
    }),
    Date: VirtualDate,
    /** @param {number} endMs */
    async passUntil(endMs) {
      for (; now < endMs; now += 1) {
        const due = queue.get(now)
        if (due === undefined) continue
        queue.delete(now)
        for (const [id, callback] of due) {
          momentOf.delete(id)
          callback()
        }
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}
