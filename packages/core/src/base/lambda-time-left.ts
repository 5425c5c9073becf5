/**
 * For integrations: the time that AWS Lambda leaves for this invocation, in milliseconds. Returns `undefined` for any
 * other context, for example on your own server.
 */
export function lambdaTimeLeftMs(context: unknown): number | undefined {
  if (typeof context !== 'object' || context === null || !('getRemainingTimeInMillis' in context)) return undefined
  const { getRemainingTimeInMillis: ask } = context
  const left: unknown = typeof ask === 'function' ? ask.call(context) : undefined
  return typeof left === 'number' ? left : undefined
}
