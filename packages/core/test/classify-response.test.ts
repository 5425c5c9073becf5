import { describe, expect, it } from 'vitest'
import type { ExchangeOutcome } from '../src/http/exchange.js'
import { classifyOutcome, requestIdOf } from '../src/read/classify-response.js'
import { backoffMs, isWorthRetrying, retryBudget } from '../src/read/retry.js'

type Broken = Extract<ExchangeOutcome, { kind: 'broken' }>

const forbidden = (body: unknown, contentType?: string): ExchangeOutcome => ({
  kind: 'response',
  status: 403,
  headers: contentType === undefined ? {} : { 'content-type': contentType },
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
})
const broken = (cause: Broken['cause'], more: Partial<Broken> = {}): ExchangeOutcome => ({
  kind: 'broken',
  cause,
  ...more,
})
const classify = (outcome: ExchangeOutcome) => classifyOutcome('email', outcome, 0)

describe('status 403', () => {
  it.each([
    [{ code: 'FORBIDDEN' }, 'not-declared'],
    [{ message: 'Access cannot be requested.' }, 'not-declared'],
    [{ message: 'NOT_FORBIDDEN_AT_ALL' }, 'unknown'],
    [{ code: 'ACCESS_NOT_REQUESTED' }, 'not-granted'],
    [{ code: 'X', message: 'It has not been requested.' }, 'not-granted'],
    [{ message: 'It has not yet been requested.' }, 'not-granted'],
    [{ message: 'It has not ever been requested.' }, 'unknown'],
    [{ code: 'cannot be', message: 'requested' }, 'not-declared'],
    [{ code: 1, message: null }, 'unknown'],
    [{ message: '<b>FORBIDDEN</b>' }, 'not-declared'],
  ])('%j is permission-missing: %s', (body, reason) => {
    expect(classify(forbidden(body))).toEqual({
      status: 'permission-missing',
      scope: 'alexa::profile:email:read',
      reason,
    })
  })

  it.each(['The token is not valid.', 'the TOKEN IS INVALID'])('means token-invalid: %s', (message) => {
    expect(classify(forbidden({ message }))).toEqual({ status: 'token-invalid' })
  })

  it('means blocked if the body is an HTML page, by its type or its first character', () => {
    const blocked = { status: 'failed', failure: 'blocked', httpStatus: 403 }
    for (const page of [forbidden('x', 'text/HTML'), forbidden(' \n<x>'), forbidden('\ufeff<x>')]) {
      expect(classify(page)).toEqual(blocked)
    }
    expect(classify(forbidden(`${' '.repeat(64)}<x>`))).toMatchObject({ reason: 'unknown' })
    expect(classify(forbidden('x<', 'text/plain'))).toMatchObject({ reason: 'unknown' })
  })

  it('is unexpected for a field that needs no permission', () => {
    expect(classifyOutcome('timeZone', forbidden({ code: 'FORBIDDEN' }), 0)).toEqual({
      status: 'failed',
      failure: 'unexpected-status',
      httpStatus: 403,
    })
  })
})

it('distinguishes server errors from other statuses, and reads the Retry-After header', () => {
  const answer = (status: number, headers = {}) =>
    classify({ kind: 'response', status, headers, body: Buffer.from('"ann"') })
  expect(answer(200)).toEqual({ status: 'available', value: 'ann' })
  expect(answer(500)).toEqual({ status: 'failed', failure: 'server-error', httpStatus: 500 })
  expect(answer(499)).toEqual({ status: 'failed', failure: 'unexpected-status', httpStatus: 499 })
  expect(answer(429)).toEqual({ status: 'throttled' })
  expect(answer(429, { 'retry-after': '2' })).toEqual({ status: 'throttled', retryAfterMs: 2000 })
})

it('reports how a connection broke', () => {
  expect(classify(broken('gone', { code: 'ECONNRESET' }))).toEqual({
    status: 'failed',
    failure: 'network',
    code: 'ECONNRESET',
  })
  expect(classify(broken('gone'))).toEqual({ status: 'failed', failure: 'timeout' })
  expect(classify(broken('timeout'))).toEqual({ status: 'failed', failure: 'timeout' })
  expect(classify(broken('cancelled'))).toEqual({ status: 'failed', failure: 'aborted' })
  expect(classify(broken('network'))).toEqual({ status: 'failed', failure: 'network' })
  expect(classify(broken('network', { code: 'EPIPE' }))).toEqual({
    status: 'failed',
    failure: 'network',
    code: 'EPIPE',
  })
  expect(classify(broken('not-http'))).toEqual({ status: 'failed', failure: 'invalid-response' })
  expect(classify(broken('not-http', { code: 'HPE_X' }))).toEqual({
    status: 'failed',
    failure: 'invalid-response',
    code: 'HPE_X',
  })
  const invalid = { status: 'failed', failure: 'invalid-response', httpStatus: 200 }
  expect(classify(broken('too-large', { status: 200, headers: {} }))).toEqual(invalid)
})

it('uses the status even if the rest of the response is missing', () => {
  expect(classify(broken('network', { status: 401, headers: {} }))).toEqual({ status: 'token-invalid' })
  expect(classify(broken('network', { status: 204 }))).toEqual({ status: 'not-set' })
  expect(classify(broken('timeout', { status: 403 }))).toMatchObject({ reason: 'unknown' })
  expect(classify(broken('timeout', { status: 200, body: Buffer.from('"ann"') }))).toMatchObject({ failure: 'timeout' })
})

it('returns a request id only if it looks like one', () => {
  const idOf = (id: unknown) => requestIdOf({ ...broken('gone'), headers: { 'x-amzn-requestid': id as string } })
  expect([idOf('a-B_9'), idOf('x'.repeat(64))]).toEqual(['a-B_9', 'x'.repeat(64)])
  for (const odd of ['', 'x'.repeat(65), 'a b', 'a\n', '.a', ['a'], undefined]) expect(idOf(odd)).toBeUndefined()
  expect(requestIdOf(broken('gone'))).toBeUndefined()
})

describe('retry', () => {
  it.each([
    ['throttled', { status: 'throttled' }, true],
    ['500', { status: 'failed', failure: 'server-error', httpStatus: 500 }, true],
    ['501', { status: 'failed', failure: 'server-error', httpStatus: 501 }, false],
    ['502', { status: 'failed', failure: 'server-error', httpStatus: 502 }, true],
    ['503', { status: 'failed', failure: 'server-error', httpStatus: 503 }, true],
    ['504', { status: 'failed', failure: 'server-error', httpStatus: 504 }, true],
    ['no status', { status: 'failed', failure: 'server-error' }, false],
    ['a network failure', { status: 'failed', failure: 'network' }, true],
    ['a connection reset', { status: 'failed', failure: 'network', code: 'ECONNRESET' }, true],
    ['a certificate that has expired', { status: 'failed', failure: 'network', code: 'CERT_HAS_EXPIRED' }, false],
    ['another TLS version', { status: 'failed', failure: 'network', code: 'ERR_SSL_WRONG_VERSION' }, false],
    ['a name that differs', { status: 'failed', failure: 'network', code: 'ERR_TLS_CERT_ALTNAME' }, false],
    ['an unverified signature', { status: 'failed', failure: 'network', code: 'UNABLE_TO_VERIFY_LEAF' }, false],
    ['EPROTO', { status: 'failed', failure: 'network', code: 'EPROTO' }, false],
    ['a timeout', { status: 'failed', failure: 'timeout' }, true],
    ['a broken body', { status: 'failed', failure: 'invalid-response' }, false],
    ['a value', { status: 'available', value: 1 }, false],
    ['nothing', { status: 'not-set' }, false],
    ['an invalid token', { status: 'token-invalid' }, false],
  ] as const)('is decided after %s', (_, result, expected) => {
    expect(isWorthRetrying(result)).toBe(expected)
  })

  it('waits a random time up to a limit that doubles and ends at one second', () => {
    expect([0, 1, 2, 3, 4, 9].map((retry) => backoffMs(retry, () => 1))).toEqual([100, 200, 400, 800, 1000, 1000])
    expect([backoffMs(1, () => 0.5), backoffMs(0, () => 0.001), backoffMs(3, () => 0)]).toEqual([100, 1, 0])
  })

  it('has a budget of four retries, which gains one for every ten reads and never exceeds four', () => {
    const take = (times: number) => Array.from({ length: times }, () => retryBudget.takeRetry())
    retryBudget.refill()
    expect(take(5)).toEqual([true, true, true, true, false])
    for (let read = 0; read < 9; read += 1) retryBudget.payIn()
    expect(take(1)).toEqual([false])
    retryBudget.payIn()
    expect(take(2)).toEqual([true, false])
    for (let read = 0; read < 99; read += 1) retryBudget.payIn()
    expect(take(5)).toEqual([true, true, true, true, false])
    retryBudget.refill()
    expect(take(4)).toEqual([true, true, true, true])
    retryBudget.refill()
  })
})
