import { describe, expect, it } from 'vitest'
import { certificateRank } from '../src/certificate/certificate-rank.js'
import { failureCode, isWithdrawal } from '../src/certificate/download-error.js'
import { createFailureMemory } from '../src/certificate/failure-memory.js'
import { reject } from '../src/rejection.js'

const rejection = reject('certificate-unavailable', 'HTTP_404')

describe('failure memory', () => {
  it.each([
    ['passing', false, 1000],
    ['lasting', true, 10_000],
  ])('remembers a %s failure for a while, even if the clock is set back', (_, isLasting, forMs) => {
    for (const offset of [1, -1]) {
      const memory = createFailureMemory()
      expect(memory.remember('a', rejection, 50_000, isLasting)).toBe(rejection)
      expect(memory.recall('a', 50_000 + offset * (forMs - 1))).toBe(rejection)
      expect(memory.recall('b', 50_000)).toBeUndefined()
      expect(memory.recall('a', 50_000 + offset * forMs)).toBeUndefined()
      expect(memory.recall('a', 50_000)).toBeUndefined()
    }
  })

  it('forgets the failure of a file after a success', () => {
    const memory = createFailureMemory()
    memory.remember('a', rejection, 0, true)
    memory.remember('b', rejection, 0, true)
    memory.forget('a')
    expect([memory.recall('a', 0), memory.recall('b', 0)]).toEqual([undefined, rejection])
  })

  it('remembers the last 1,024 failures', () => {
    const memory = createFailureMemory()
    for (let index = 0; index < 1024; index += 1) memory.remember(`${index}`, rejection, 0, true)
    memory.remember('0', rejection, 0, true)
    expect(memory.recall('1', 0)).toBe(rejection)
    memory.remember('one more', rejection, 0, true)
    expect(['0', '1', '2', 'one more'].map((url) => memory.recall(url, 0))).toEqual([
      rejection,
      undefined,
      rejection,
      rejection,
    ])
  })
})

it.each([
  [{ code: 'ENOTFOUND' }, 'ENOTFOUND'],
  [{ code: 'HTTP_404', cause: { code: 'ENOTFOUND' } }, 'HTTP_404'],
  [{ code: 404, cause: { code: 'ENOTFOUND' } }, 'ENOTFOUND'],
  [{ cause: null }, undefined],
  [{ code: ['ENOTFOUND'] }, undefined],
  [{ code: 'E' }, undefined],
  [{ code: 'EX' }, 'EX'],
  [{ code: 'E'.repeat(64) }, 'E'.repeat(64)],
  [{ code: 'E'.repeat(65) }, undefined],
  [{ code: 'a secret' }, undefined],
  [{ code: '4XX' }, undefined],
  [{ code: ' ENOTFOUND' }, undefined],
  [{ code: 'ENOTFOUND\n' }, undefined],
  [null, undefined],
  [undefined, undefined],
  ['ENOTFOUND', undefined],
])('reads from the error %j the code %j', (error, code) => {
  expect(failureCode(error)).toBe(code)
})

it.each([
  { code: 'HTTP_403' },
  { code: 'HTTP_404' },
  { cause: { code: 'HTTP_404' } },
  { status: 403 },
  { status: '404' },
  { statusCode: 404 },
  { response: { status: 403 } },
  { response: { statusCode: 404 } },
])('treats %j as a withdrawn certificate', (error) => {
  expect(isWithdrawal(error)).toBe(true)
})

it.each([
  null,
  undefined,
  'HTTP_404',
  { status: 400 },
  { status: 405 },
  { status: 500 },
  { status: 4040 },
  { status: 1404 },
  { code: 'HTTP_500' },
  { code: 'XHTTP_404' },
  { code: 'FTP_404' },
  { response: null },
  { response: { status: 500 } },
])('does not treat %j as a withdrawn certificate', (error) => {
  expect(isWithdrawal(error)).toBe(false)
})

it("ranks names like Amazon's as the most likely, and short names first", () => {
  const below = 'https://s3.amazonaws.com/echo.api/'
  const urls = [
    `${below}echo-api-cert.pem`,
    `${below}echo-api-cert-9.pem`,
    `${below}echo-api-cert-13.pem`,
    `${below}echo-api-cert-123456789012345.pem`,
    `${below}echo-api-cert-eu.pem`,
    `${below}echo-api-cert-2026-eu.pem`,
    `${below}echo-api-cert-ab-${'x'.repeat(50)}.pem`,
    `${below}x`,
    `${below}e.pem`,
    `${below}echo-api-cert-EU.pem`,
    `${below}echo-api-cert-.pem`.padEnd(70, 'x'),
    `${below}x/echo-api-cert-13.pem?`.padEnd(80, 'x'),
    `https://s3.amazonaws.com/x/echo.api/echo-api-cert.pem`.padEnd(90, 'x'),
  ]
  const ranks = urls.map(certificateRank)
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  expect(new Set(ranks).size).toBe(urls.length)
  expect(ranks.map((rank) => Math.floor(rank / 10_000))).toEqual([0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2])
})
