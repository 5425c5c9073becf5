/** The empty response that acknowledges a request whose response the customer does not hear, such as a skill event. */
export function acknowledge(): Record<string, never> {
  return {}
}
