/** Who waits for a signal. One listener serves them all: a server's shutdown signal may have any number of reads. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>()

/** Calls back when the signal aborts; the returned function forgets about it. */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = waiting.get(signal) ?? listen(signal)
  callbacks.add(callback)
  return () => callbacks.delete(callback)
}

function listen(signal: AbortSignal): Set<() => void> {
  const callbacks = new Set<() => void>()
  waiting.set(signal, callbacks)
  signal.addEventListener('abort', () => {
    for (const callback of callbacks) callback()
  })
  return callbacks
}
