import { expect, it } from 'vitest'
import { checkTimestamp } from '../src/timestamp.js'

const sentMs = Date.UTC(2026, 11, 1, 12, 0, 0)
const tolerance = { timestampToleranceMs: 1000, eventToleranceMs: 2000, futureToleranceMs: 500 }
const check = (timestamp: unknown, nowMs = sentMs) =>
  checkTimestamp(
    { type: 'LaunchRequest', requestId: 'r', timestamp, skillId: 's', skillIdOfSession: 's' },
    nowMs,
    tolerance,
  )

it.each([
  ['2026-12-01T12:00:00Z', 0],
  ['2026-12-01T12:00:00.1Z', 100],
  ['2026-12-01T12:00:00.123Z', 123],
  ['2026-12-01T12:00:00.123456789Z', 123],
  ['2026-12-01T14:45:00+02:45', 0],
  ['2026-12-01T01:00:00-11:00', 0],
])('accepts the timestamp %s', (timestamp, ms) => {
  expect(check(timestamp)).toEqual({ acceptableUntilMs: sentMs + ms + 1000 })
})

it.each([
  '2026-12-01T12:00:00.1234567890Z',
  '2026-12-01T12:00:00.Z',
  '2026-12-01T12:00:00,1Z',
  '2026-12-01T12:00Z',
  '2026-12-01 12:00:00Z',
  '2026-12-01T12:00:00z',
  '2026-12-01T12:00:00+0100',
  '2026-12-01T12:00:00+01:00Z',
  '2026-12-01T12:00:00 +01:00',
  '02026-12-01T12:00:00Z',
  '+002026-12-01T12:00:00Z',
  '2026-12-01T12:00:00ZZ',
  ' 2026-12-01T12:00:00Z',
  '2026-12-01T12:00:00Z\n',
  '2026-12-01T25:00:00Z',
  '2026-13-01T12:00:00Z',
  'Tue, 01 Dec 2026 12:00:00 GMT',
  'x',
  sentMs,
  [new Date(sentMs).toISOString()],
])('rejects the timestamp %j', (timestamp) => {
  expect(check(timestamp)).toMatchObject({ reason: 'timestamp-malformed' })
})

it.each([
  ['LaunchRequest', 1000],
  ['AlexaSkillEvent.SkillEnabled', 2000],
  ['AlexaHouseholdListEvent.ItemsCreated', 2000],
  ['AlexaSkillEventX', 1000],
  ['x.AlexaHouseholdListEvent.', 1000],
])('accepts a request of type %s that is up to %i ms old or half a second early', (type, toleranceMs) => {
  const at = (nowMs: number) => {
    const claims = { type, requestId: 'r', timestamp: '2026-12-01T12:00:00Z', skillId: 's', skillIdOfSession: 's' }
    const result = checkTimestamp(claims, nowMs, tolerance)
    return 'reason' in result ? result.reason : result.acceptableUntilMs - sentMs
  }
  expect(at(sentMs + toleranceMs)).toBe(toleranceMs)
  expect(at(sentMs + toleranceMs + 1)).toBe('timestamp-too-old')
  expect(at(sentMs - 500)).toBe(toleranceMs)
  expect(at(sentMs - 501)).toBe('timestamp-in-future')
  expect(at(Number.NaN)).toBe('timestamp-too-old')
})
