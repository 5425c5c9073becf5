import { useEffect, useState } from 'preact/hooks'

const stepMs = 100

/**
 * Counts the milliseconds since a time, while they pass. The turn was started by the clock of this same machine.
 *
 * @param startedAt Undefined if no turn is in progress. Then the result is 0.
 */
export function useElapsedMs(startedAt: number | undefined): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (startedAt === undefined) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), stepMs)
    return () => clearInterval(timer)
  }, [startedAt])
  return startedAt === undefined ? 0 : Math.max(0, now - startedAt)
}
