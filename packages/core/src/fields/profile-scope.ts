/** A permission of the Customer Profile API, which has one spelling everywhere. */
export function profileScope<const Scope extends string>(scope: Scope) {
  return { manifest: scope, card: scope, voice: scope } as const
}
