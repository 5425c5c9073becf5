import { type FieldLevel, fields, type ProfileField, profileFields } from '@alexa-profile/core'
import { describe, expect, it } from 'vitest'
import { type EmulatorOptions, type SituationName, situationNames } from '../src/index.js'
import { abandonedCall, call, emailPath } from './call.js'
import { started } from './started.js'

async function granted(options?: EmulatorOptions) {
  const emulator = await started(options)
  emulator.customer.grantAll()
  return emulator
}

const answering: Partial<Record<SituationName, object>> = {
  throttled: { status: 429, headers: { 'content-type': 'application/json' } },
  'server-error': { status: 500 },
  unavailable: { status: 503 },
  'token-invalid': { status: 401 },
  slow: { status: 200, body: '"ann@example.com"' },
  malformed: { status: 200, headers: { 'content-type': 'application/json' } },
  'wrong-shape': { status: 200, body: '[{"foo":1}]' },
  html: { status: 200, headers: { 'content-type': 'text/html' }, body: expect.stringContaining('<!doctype html>') },
  blocked: { status: 403, headers: { 'content-type': 'text/html' }, body: expect.stringContaining('<HTML>') },
  'forbidden-empty': { status: 403, body: '' },
  redirecting: { status: 302, headers: { location: 'https://example.com/' } },
  oversized: { status: 200, body: expect.stringMatching(/^"a{1048576}"$/) },
}
const hanging: Partial<Record<SituationName, object>> = {
  silent: {},
  'endless-body': { status: 200 },
}
const breaking: Partial<Record<SituationName, object>> = {
  resetting: {},
  'resetting-mid-body': { status: 200 },
}

describe.each([{ https: false }, { https: true }])('with $https for https', (options) => {
  it.each(Object.entries(answering) as [SituationName, object][])(
    '%s sends the documented response',
    async (name, expected) => {
      const emulator = await granted(options)
      emulator.situation(name, { delayMs: 5 })
      const answer = await call(emulator, emailPath)
      expect(answer).toMatchObject(expected)
      expect('x-amzn-requestid' in answer.headers).toBe(name !== 'html' && name !== 'blocked')
      expect(emulator.requests).toMatchObject([
        { situation: name, status: answer.status, durationMs: expect.any(Number) },
      ])
    },
  )

  it.each(Object.entries(hanging) as [SituationName, object][])('%s never ends', async (name, logged) => {
    const emulator = await granted(options)
    emulator.situation(name)
    await expect(abandonedCall(emulator, emailPath, 200)).rejects.toMatchObject({ name: 'AbortError' })
    expect(emulator.requests).toMatchObject([{ situation: name, ...logged }])
    expect('status' in (emulator.requests[0] ?? {})).toBe('status' in logged)
  })

  it.each(Object.entries(breaking) as [SituationName, object][])('%s resets the connection', async (name, logged) => {
    const emulator = await granted(options)
    emulator.situation(name)
    await expect(call(emulator, emailPath)).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(emulator.requests).toMatchObject([{ situation: name, ...logged }])
    expect('status' in (emulator.requests[0] ?? {})).toBe('status' in logged)
  })
})

it('has a test for every situation', () => {
  expect(Object.keys({ ...answering, ...hanging, ...breaking }).sort()).toEqual([...situationNames].sort())
})

it('token-invalid is the response of each API to an expired token', async () => {
  const emulator = await granted()
  emulator.situation('token-invalid')
  const statusOf = async (field: ProfileField, level: FieldLevel) => {
    const path: { readonly [L in FieldLevel]?: string } = fields[field].path
    return (await call(emulator, path[level]?.replace('{deviceId}', emulator.customer.deviceId) ?? '')).status
  }
  expect(await statusOf('email', 'customer')).toBe(401)
  expect(await statusOf('timeZone', 'device')).toBe(401)
  expect(await statusOf('address', 'device')).toBe(403)
  expect(await statusOf('countryAndPostalCode', 'device')).toBe(403)
})

it.each(profileFields)('wrong-shape is not a value of %s', (field) => {
  expect(fields[field].parse([{ foo: 1 }])).toBe('invalid')
})

it('malformed is not JSON', async () => {
  const emulator = await granted()
  emulator.situation('malformed')
  const { body } = await call(emulator, emailPath)
  expect(() => JSON.parse(body)).toThrow(SyntaxError)
})

it.each([
  [2, '2'],
  ['soon', 'soon'],
])('throttled sends Retry-After: %s', async (retryAfter, header) => {
  const emulator = await granted()
  emulator.situation('throttled', { retryAfter })
  expect(await call(emulator, emailPath)).toMatchObject({ status: 429, headers: { 'retry-after': header } })
  emulator.situation('throttled')
  expect((await call(emulator, emailPath)).headers).not.toHaveProperty('retry-after')
})

it('slow waits before the normal response, which may be a 403', async () => {
  const emulator = await granted()
  emulator.customer.revokeAll()
  emulator.situation('slow', { delayMs: 120 })
  expect(await call(emulator, emailPath)).toMatchObject({ status: 403 })
  expect(emulator.requests[0]?.durationMs).toBeGreaterThan(110)
})

it('slow does not respond to a client that has disconnected', async () => {
  const emulator = await granted()
  emulator.situation('slow', { delayMs: 1000 })
  await expect(abandonedCall(emulator, emailPath, 0)).rejects.toThrow()
  await new Promise((resolve) => setTimeout(resolve, 1200))
  expect(emulator.requests[0]).not.toHaveProperty('status')
})

it('ends after the given number of requests', async () => {
  const emulator = await granted()
  emulator.situation('throttled', { requests: 2 })
  expect([
    await call(emulator, emailPath),
    await call(emulator, emailPath),
    await call(emulator, emailPath),
  ]).toMatchObject([{ status: 429 }, { status: 429 }, { status: 200 }])
})

it('situations for a number of requests form a sequence, and come before lasting situations', async () => {
  const emulator = await granted()
  emulator.situation('unavailable')
  emulator.situation('throttled', { requests: 1 })
  emulator.situation('server-error', { requests: 1 })
  const statuses = []
  for (let count = 0; count < 3; count += 1) statuses.push((await call(emulator, emailPath)).status)
  expect(statuses).toEqual([429, 500, 503])
})

it('the latest of the lasting situations applies until all are cleared', async () => {
  const emulator = await granted()
  emulator.situation('unavailable')
  emulator.situation('server-error')
  expect(await call(emulator, emailPath)).toMatchObject({ status: 500 })
  emulator.clearSituations()
  expect(await call(emulator, emailPath)).toMatchObject({ status: 200 })
  expect(emulator.requests[1]).not.toHaveProperty('situation')
})

it('affects only the given fields and level', async () => {
  const emulator = await granted()
  const speaker = emulator.customer.addSpeaker()
  speaker.grantAll()
  const token = emulator.envelope({ speaker }).context.System.apiAccessToken
  emulator.situation('unavailable', { fields: ['name', 'email'], level: 'customer', requests: 2 })
  expect(await call(emulator, fields.givenName.path.customer, { token })).toMatchObject({ status: 200 })
  expect(await call(emulator, fields.name.path.speaker, { token })).toMatchObject({ status: 200 })
  expect(await call(emulator, fields.name.path.customer, { token })).toMatchObject({ status: 503 })
  expect(await call(emulator, fields.email.path.customer, { token })).toMatchObject({ status: 503 })
  expect(await call(emulator, fields.email.path.customer, { token })).toMatchObject({ status: 200 })
})

describe('emulator.situations', () => {
  it('lists situations in the order in which they apply, with the remaining requests', async () => {
    const emulator = await granted()
    emulator.situation('events-late', { delayMs: 5000 })
    emulator.situation('unavailable')
    emulator.situation('throttled', { requests: 2, fields: ['email'], retryAfter: 1 })
    await call(emulator, emailPath)
    expect(emulator.situations).toEqual([
      { name: 'throttled', requests: 1, fields: ['email'], level: undefined, delayMs: 0, retryAfter: '1' },
      {
        name: 'unavailable',
        requests: undefined,
        fields: undefined,
        level: undefined,
        delayMs: 0,
        retryAfter: undefined,
      },
      { name: 'events-late', delayMs: 5000 },
    ])
    await call(emulator, emailPath)
    expect(emulator.situations.map(({ name }) => name)).toEqual(['unavailable', 'events-late'])
  })

  it('shrinks when situations are cleared one by one, or all at once', async () => {
    const emulator = await granted()
    for (const name of ['throttled', 'silent'] as const) emulator.situation(name)
    emulator.situation('events-twice')
    emulator.clearSituations('silent', 'events-twice')
    expect(emulator.situations.map(({ name }) => name)).toEqual(['throttled'])
    expect(() => emulator.clearSituations('loud' as SituationName)).toThrow(/Unknown situation "loud"/)
    emulator.clearSituations()
    expect(emulator.situations).toEqual([])
  })
})
