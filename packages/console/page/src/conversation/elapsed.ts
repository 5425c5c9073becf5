import { useEffect, useState } from 'preact/hooks'

const stepMs = 100

/**
 * Milliseconds since a time, as they pass. The clock that started the turn is this machine's too.
 *
 * @param startedAt Undefined when nothing is under way: 0.
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
