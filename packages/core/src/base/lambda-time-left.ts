/**
 * For integrations: what AWS Lambda leaves for this invocation, in milliseconds. `undefined` when the context is not
 * Lambda's, but whatever a server of your own passes in its place.
 */
export function lambdaTimeLeftMs(context: unknown): number | undefined {
  if (typeof context !== 'object' || context === null || !('getRemainingTimeInMillis' in context)) return undefined
  const { getRemainingTimeInMillis: ask } = context
  const left: unknown = typeof ask === 'function' ? ask.call(context) : undefined
  return typeof left === 'number' ? left : undefined
}
