/** The time that a busy machine may add. Up to 0.9 s were measured with twenty processes on two processors. */
export const slackMs = 2000

/** The results of a read and the time it took. */
export async function timed<Results extends object>(
  work: () => Promise<Results>,
): Promise<Results & { tookMs: number }> {
  const startedAt = performance.now()
  const results = await work()
  return { ...results, tookMs: performance.now() - startedAt }
}
