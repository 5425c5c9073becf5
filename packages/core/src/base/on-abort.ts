/**
 * Callbacks by signal. One listener serves all of them, because any number of reads may share a server's shutdown
 * signal.
 */
const waiting = new WeakMap<AbortSignal, Set<() => void>>()

/** Calls the function when the signal aborts. The returned function cancels. */
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
