import { afterEach, expect, it, vi } from 'vitest'
import { retryAfterMs } from '../src/read/retry-after.js'

const now = Date.UTC(1994, 10, 6, 8, 49, 30)

afterEach(() => vi.unstubAllEnvs())

it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
  'reads %s as UTC in every time zone of the server',
  (header) => {
    for (const zone of ['UTC', 'Asia/Kathmandu']) {
      vi.stubEnv('TZ', zone)
      expect(retryAfterMs(header, now)).toBe(7000)
      expect(retryAfterMs(` ${header} `, now)).toBe(7000)
      expect(retryAfterMs(header, now + 8000)).toBe(0)
    }
  },
)

it.each([
  ['0', 0],
  ['120', 120_000],
  [' 7 ', 7000],
  ['999999999', 999_999_999_000],
])('reads %j as seconds', (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected)
})

it.each([
  undefined,
  '',
  '1000000000',
  '1.5',
  'x7',
  '7x',
  '1994-11-06T08:49:37Z',
  'Sun',
  'sun, 06 Nov 1994 08:49:37 GMT',
  'x Sun, 06 Nov 1994 08:49:37 GMT',
  'Sun, soon',
])('ignores %j', (header) => {
  expect(retryAfterMs(header, now)).toBeUndefined()
})
