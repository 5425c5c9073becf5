import type { ServerResponse } from 'node:http'
import { type ApiResponse, blockedByCdn, json } from './api-response.js'

/**
 * A named state of the profile API:
 *
 * - `throttled` 429, with `Retry-After` if `retryAfter` is given
 * - `server-error` 500 · `unavailable` 503 · `token-invalid` 401, from the address API 403
 * - `slow` the right response after `delayMs`
 * - `silent` accepts the request and never responds
 * - `endless-body` 200 and headers, then a body that never ends
 * - `resetting` TCP reset before any byte · `resetting-mid-body` TCP reset after the first bytes of the body
 * - `malformed` 200, broken JSON · `wrong-shape` 200, JSON that is not a profile value · `oversized` 200, a JSON string
 *   of 1 MiB
 * - `html` 200, an HTML page · `blocked` 403, the HTML page of a CDN
 * - `forbidden-empty` 403, no body
 * - `redirecting` 302 to `https://example.com/`
 */
export type SituationName =
  | 'throttled'
  | 'server-error'
  | 'unavailable'
  | 'token-invalid'
  | 'slow'
  | 'silent'
  | 'endless-body'
  | 'resetting'
  | 'resetting-mid-body'
  | 'malformed'
  | 'wrong-shape'
  | 'html'
  | 'blocked'
  | 'forbidden-empty'
  | 'oversized'
  | 'redirecting'

/** One request to which a situation reacts. */
export interface Exchange {
  readonly retryAfter?: string | undefined
  /** Responds, with `X-Amzn-RequestId`. */
  respond(response: ApiResponse): void
  /** Responds as a CDN in front of the API would, without `X-Amzn-RequestId`. */
  respondAsCdn(response: ApiResponse): void
  /** Responds as if there were no situation. */
  respondRightly(): void
  /** Responds as to an expired token. */
  rejectToken(): void
  /** Leaves the response to the situation. With `status`, records that a response has begun. */
  takeOver(status?: number): ServerResponse
  /** Sends a TCP reset. */
  reset(): void
}

/** What each situation does with a request. */
const reactions: Readonly<Record<SituationName, (exchange: Exchange) => void>> = {
  throttled: ({ respond, retryAfter }) =>
    respond(json(429, { message: 'Too many requests.' }, retryAfterHeader(retryAfter))),
  'server-error': ({ respond, retryAfter }) =>
    respond(
      json(500, { code: 'UNKNOWN_ERROR', message: 'An unexpected error occurred.' }, retryAfterHeader(retryAfter)),
    ),
  unavailable: ({ respond, retryAfter }) =>
    respond(json(503, { message: 'Service unavailable.' }, retryAfterHeader(retryAfter))),
  'token-invalid': ({ rejectToken }) => rejectToken(),
  slow: ({ respondRightly }) => respondRightly(),
  silent: ({ takeOver }) => void takeOver(),
  'endless-body': ({ takeOver }) => dripForEver(takeOver(200)),
  resetting: ({ takeOver, reset }) => {
    takeOver()
    reset()
  },
  'resetting-mid-body': ({ takeOver, reset }) => {
    const response = takeOver(200)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    // Wait for the bytes to arrive, because a reset discards what the client has not read yet.
    response.write('"', () => setTimeout(reset, 25))
  },
  malformed: ({ respond }) => respond({ ...json(200, null), body: '{"countryCode": "+1", ' }),
  'wrong-shape': ({ respond }) => respond(json(200, [{ foo: 1 }])),
  html: ({ respondAsCdn }) =>
    respondAsCdn({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><title>Hello</title>',
    }),
  blocked: ({ respondAsCdn }) => respondAsCdn(blockedByCdn),
  'forbidden-empty': ({ respond }) => respond({ status: 403 }),
  oversized: ({ respond }) => respond(json(200, 'a'.repeat(1024 * 1024))),
  redirecting: ({ respond }) => respond({ status: 302, headers: { location: 'https://example.com/' } }),
}

/** The names of all situations of the profile API, for tests that try each of them. */
export const situationNames: readonly SituationName[] = Object.freeze(Object.keys(reactions) as SituationName[])

/** Applies a situation to a request. @internal */
export function react(name: SituationName, exchange: Exchange): void {
  reactions[name](exchange)
}

function retryAfterHeader(retryAfter: string | undefined): Readonly<Record<string, string>> {
  return retryAfter === undefined ? {} : { 'retry-after': retryAfter }
}

function dripForEver(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write('"')
  const drip = setInterval(() => response.write('a'), 50)
  response.once('close', () => clearInterval(drip))
}
