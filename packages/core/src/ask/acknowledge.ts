/** The response to a request whose response the customer does not hear, such as a skill event: it arrived. */
export function acknowledge(): Record<string, never> {
  return {}
}
