import type { ServerResponse } from 'node:http'
import { type ApiAnswer, cdnRefusal, invalidToken, json } from './api-answer.js'

/**
 * A named state of the profile API:
 *
 * - `throttled` 429, with `Retry-After` when `retryAfter` is given
 * - `server-error` 500 · `unavailable` 503 · `token-invalid` 401
 * - `slow` the right answer after `delayMs`
 * - `silent` takes the request and never answers
 * - `endless-body` 200 and headers, then a body that drips for ever
 * - `resetting` TCP reset before any byte · `resetting-mid-body` TCP reset after the first bytes of the body
 * - `malformed` 200, broken JSON · `wrong-shape` 200, JSON that is no profile value · `oversized` 200, a JSON string of 1 MiB
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

/** One request, as a situation sees it. */
export interface Exchange {
  readonly retryAfter?: string | undefined
  /** Answers, with `X-Amzn-RequestId`. */
  answer(answer: ApiAnswer): void
  /** Answers as a CDN in front of the API would: without `X-Amzn-RequestId`. */
  answerAsCdn(answer: ApiAnswer): void
  /** Answers as if there were no situation. */
  answerRightly(): void
  /** Leaves the rest to the situation; with `status`, notes that an answer has begun. */
  takeOver(status?: number): ServerResponse
  /** Sends a TCP reset. */
  reset(): void
}

/** What each situation does with a request. */
const reactions: Readonly<Record<SituationName, (exchange: Exchange) => void>> = {
  throttled: ({ answer, retryAfter }) =>
    answer(json(429, { message: 'Too many requests.' }, retryAfterHeader(retryAfter))),
  'server-error': ({ answer, retryAfter }) =>
    answer(
      json(500, { code: 'UNKNOWN_ERROR', message: 'An unexpected error occurred.' }, retryAfterHeader(retryAfter)),
    ),
  unavailable: ({ answer, retryAfter }) =>
    answer(json(503, { message: 'Service unavailable.' }, retryAfterHeader(retryAfter))),
  'token-invalid': ({ answer }) => answer(invalidToken),
  slow: ({ answerRightly }) => answerRightly(),
  silent: ({ takeOver }) => void takeOver(),
  'endless-body': ({ takeOver }) => dripForEver(takeOver(200)),
  resetting: ({ takeOver, reset }) => {
    takeOver()
    reset()
  },
  'resetting-mid-body': ({ takeOver, reset }) => {
    const response = takeOver(200)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    // a moment for the bytes to arrive: a reset discards what the client has not read yet
    response.write('"', () => setTimeout(reset, 25))
  },
  malformed: ({ answer }) => answer({ ...json(200, null), body: '{"countryCode": "+1", ' }),
  'wrong-shape': ({ answer }) => answer(json(200, { foo: 1 })),
  html: ({ answerAsCdn }) =>
    answerAsCdn({ status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Hello</title>' }),
  blocked: ({ answerAsCdn }) => answerAsCdn(cdnRefusal),
  'forbidden-empty': ({ answer }) => answer({ status: 403 }),
  oversized: ({ answer }) => answer(json(200, 'a'.repeat(1024 * 1024))),
  redirecting: ({ answer }) => answer({ status: 302, headers: { location: 'https://example.com/' } }),
}

/** Every situation there is, for tests that go through all of them. */
export const situationNames: readonly SituationName[] = Object.freeze(Object.keys(reactions) as SituationName[])

/** @internal */
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
