/** What a busy machine may add to a time. It added up to 0.9 s when twenty processes shared two processors. */
export const slackMs = 2000

/** The results of a read, and how long it took. */
export async function timed<Results extends object>(
  work: () => Promise<Results>,
): Promise<Results & { tookMs: number }> {
  const startedAt = performance.now()
  const results = await work()
  return { ...results, tookMs: performance.now() - startedAt }
}
