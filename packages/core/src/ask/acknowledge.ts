/** The answer to a request that nobody listens to, a skill event say: it arrived. */
export function acknowledge(): Record<string, never> {
  return {}
}
