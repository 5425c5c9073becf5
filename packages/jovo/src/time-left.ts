/** What AWS Lambda leaves for this invocation, in milliseconds; `context` is Lambda's, or whatever a server has there. */
export function timeLeftMs(context: unknown): number | undefined {
  if (typeof context !== 'object' || context === null || !('getRemainingTimeInMillis' in context)) return undefined
  const { getRemainingTimeInMillis: ask } = context
  const left: unknown = typeof ask === 'function' ? ask.call(context) : undefined
  return typeof left === 'number' ? left : undefined
}
