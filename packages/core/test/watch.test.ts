import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReadEnd, ReadRetry, ReadStart } from '../src/index.js'
import { notGranted, reset, silence, status, value } from './support/answers.js'
import { person } from './support/envelope.js'
import { useTlsServer } from './support/tls-server.js'
import { warningsOf } from './support/warnings.js'

const server = useTlsServer()

const names = ['alexa-profile:read:start', 'alexa-profile:read:retry', 'alexa-profile:read:end'] as const
let seen: { name: string; message: ReadStart & Partial<ReadRetry> & Partial<ReadEnd> }[] = []

function listener(message: unknown, name: string | symbol): void {
  seen.push({ name: String(name).replace('alexa-profile:read:', ''), message: message as ReadStart })
}

beforeEach(() => {
  seen = []
  for (const name of names) subscribe(name, listener)
})

afterEach(() => {
  for (const name of names) unsubscribe(name, listener)
})

describe('diagnostics channels', () => {
  it('report the start and the end of each field', async () => {
    server.answerAt('Profile.email', value('ann@example.com'))
    server.answerAt('Profile.name', notGranted)
    await server.reader().read(['email', 'name'])
    const of = (field: string) => seen.filter(({ message }) => message.field === field)
    for (const [field, ending] of [
      ['email', { status: 'available' }],
      ['name', { status: 'permission-missing' }],
    ] as const) {
      const [start, end, ...more] = of(field)
      expect(more).toEqual([])
      expect(start).toEqual({ name: 'start', message: { id: expect.any(Number), field, level: 'customer' } })
      expect(end).toEqual({
        name: 'end',
        message: {
          ...start?.message,
          ...ending,
          requestId: 'request-1',
          attempts: 1,
          durationMs: expect.any(Number),
        },
      })
    }
    expect(of('email')[0]?.message.id).not.toBe(of('name')[0]?.message.id)
  })

  it.each([
    ['throttled', status(429, '', { 'Retry-After': '0' })],
    ['server-error', status(503)],
    ['network', reset],
    ['timeout', silence],
  ])('report each retry and its cause: %s', async (cause, answer) => {
    server.answer(answer, value('ann@example.com'))
    await server.reader({ attemptTimeoutMs: 2000 }, { person }).speaker.read(['name'])
    expect(seen.map(({ name }) => name)).toEqual(['start', 'retry', 'end'])
    const [start, retry, end] = seen.map(({ message }) => message)
    expect(retry).toEqual({ ...start, level: 'speaker', attempts: 1, delayMs: expect.any(Number), cause })
    expect(end).toMatchObject({ id: start?.id, status: 'available', attempts: 2 })
  })

  it('report why a read failed', async () => {
    server.answer(status(503))
    await server.reader({ maxRetries: 0 }).read(['name'])
    expect(seen.at(-1)?.message).toMatchObject({ status: 'failed', failure: 'server-error', httpStatus: 503 })
  })

  it('report the end of a read that timed out or was aborted', async () => {
    server.answer(silence)
    await server.reader({ deadlineMs: 50 }).read(['name'])
    await server.reader().read(['name'], { signal: AbortSignal.timeout(50) })
    const failures = seen.filter(({ name }) => name === 'end').map(({ message }) => message.failure)
    expect(failures).toEqual(['timeout', 'aborted'])
  })

  it('report a read once if several callers wait for it', async () => {
    server.answer(value('ann@example.com'))
    const reader = server.reader()
    await Promise.all([reader.read(['email']), reader.read(['email'])])
    await reader.read(['email'])
    expect(seen.map(({ name }) => name)).toEqual(['start', 'end'])
  })
})

describe('onRead', () => {
  it('receives the same event as the end channel', async () => {
    server.answer(value('ann@example.com'))
    const events: ReadEnd[] = []
    await server.reader({ onRead: (event) => events.push(event) }).read(['email'])
    expect(events).toEqual([seen.at(-1)?.message])
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('ann@example.com')
      },
    ],
    ['rejects', () => Promise.reject(new Error('ann@example.com'))],
    [
      'throws undefined',
      () => {
        throw undefined
      },
    ],
    ['never settles', () => new Promise<void>(() => {})],
  ])('does not break a read or cause an unhandled rejection if it %s', async (how, onRead) => {
    server.answer(value('ann@example.com'))
    const warnings = await warningsOf(async () => {
      const { email, name } = await server.reader({ onRead }).read(['email', 'name'])
      expect([email.status, name.status]).toEqual(['available', 'available'])
    })
    const codes = warnings.map(({ code }) => code)
    expect(codes).toEqual(how === 'never settles' ? [] : ['ALEXA_PROFILE_ON_READ', 'ALEXA_PROFILE_ON_READ'])
    for (const { message } of warnings) expect(message).not.toContain('ann@')
  })
})
