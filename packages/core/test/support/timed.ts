/**
 * The time that a busy machine may add. It is less than `patientTimes` in tls-server.ts, so a client that ignores the limit of a test misses it.
 * Up to 0.9 s were measured with twenty processes on two processors.
 */
export const slackMs = 10_000

/** The results of a read and the time it took. */
export async function timed<Results extends object>(
  work: () => Promise<Results>,
): Promise<Results & { tookMs: number }> {
  const startedAt = performance.now()
  const results = await work()
  return { ...results, tookMs: performance.now() - startedAt }
}
