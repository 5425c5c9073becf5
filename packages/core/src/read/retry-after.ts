/**
 * Parses `Retry-After` (seconds, or an HTTP date as in RFC 9110 section 10.2.3) into milliseconds. Returns `undefined`
 * for anything else. HTTP dates are UTC, also in the old form that does not say so.
 */
export function retryAfterMs(header: string | undefined, wallNow: number): number | undefined {
  if (header === undefined) return undefined
  const text = header.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return undefined
  const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(date) ? undefined : Math.max(0, date - wallNow)
}
