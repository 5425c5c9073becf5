import { describe, expect, it } from 'vitest'
import { processWide } from '../src/base/process-wide.js'
import { after, notDeclared, notGranted, reset, silence, status, value } from './support/answers.js'
import { envelopeFor, person } from './support/envelope.js'
import { useTlsServer } from './support/tls-server.js'

const server = useTlsServer()

describe('second read of a field in the same request', () => {
  it('shares the first read while it is running', async () => {
    server.answer(after(100, value('ann@example.com')))
    const reader = server.reader()
    const [first, second] = await Promise.all([reader.read(['email']), reader.read(['email', 'name'])])
    const third = await reader.read(['email'])
    expect(second.email).toBe(first.email)
    expect(third.email).toBe(first.email)
    expect(server.requests.map(({ path }) => path?.split('.').at(-1)).sort()).toEqual(['email', 'name'])
  })

  it.each([
    ['available', value('ann@example.com')],
    ['not-set', status(204)],
    ['permission-missing', notGranted],
    ['permission-missing', notDeclared],
  ])('reuses the result %s', async (expected, answer) => {
    server.answer(answer, status(500))
    const reader = server.reader()
    const { email } = await reader.read(['email'])
    expect(email.status).toBe(expected)
    expect((await reader.read(['email'])).email).toBe(email)
    expect((await reader.require({ required: ['email'] })).results.email).toBe(email)
    expect(server.requests).toHaveLength(1)
  })

  it.each([
    ['failed', status(500)],
    ['failed', status(404)],
    ['failed', status(200, '[]')],
    ['failed', status(403, '<html>')],
    ['failed', reset],
    ['failed', silence],
    ['throttled', status(429)],
    ['token-invalid', status(401)],
  ])('sends a new request after %s (%#)', async (expected, answer) => {
    server.answer(answer, value('ann@example.com'))
    const reader = server.reader({ maxRetries: 0, attemptTimeoutMs: 2000 })
    expect((await reader.read(['email'])).email.status).toBe(expected)
    expect((await reader.read(['email'])).email.status).toBe('available')
    expect(server.requests).toHaveLength(2)
  })

  it('reuses settled fields after other fields in the same read ran out of time', async () => {
    server.answerAt('Profile.email', value('ann@example.com'), status(500))
    server.answerAt('Profile.name', silence)
    const reader = server.reader()
    const { email, name } = await reader.read(['email', 'name'], { deadlineMs: 3000 })
    expect([email.status, name.status]).toEqual(['available', 'failed'])
    expect((await reader.read(['email'])).email).toBe(email)
    expect(server.requests).toHaveLength(2)
  })

  it('sends a new request after an abort', async () => {
    server.answer(silence, value('ann@example.com'))
    const reader = server.reader()
    const controller = new AbortController()
    const reading = reader.read(['email'], { signal: controller.signal })
    await expect.poll(() => server.requests.length).toBe(1)
    controller.abort()
    expect((await reading).email).toMatchObject({ failure: 'aborted' })
    expect((await reader.read(['email'])).email.status).toBe('available')
  })

  it('keeps the fields of customer and speaker separate', async () => {
    server.answerAt('Profile.name', value('Ann'))
    server.answerAt('profile/name', value('Bea'))
    const reader = server.reader({}, { person })
    const [customer, speaker] = await Promise.all([reader.read(['name']), reader.speaker.read(['name'])])
    expect(customer.name).toMatchObject({ value: 'Ann', level: 'customer' })
    expect(speaker.name).toMatchObject({ value: 'Bea', level: 'speaker' })
  })
})

describe('reader of another request', () => {
  it('reads again, even for the same envelope and while the first read is running', async () => {
    server.answer(after(50, value('old@example.com')), value('new@example.com'))
    const client = server.client()
    const envelope = envelopeFor(server.origin)
    const [first, second] = await Promise.all([
      client.forRequest(envelope).read(['email']),
      client.forRequest(envelope).read(['email']),
    ])
    expect(second.email).not.toBe(first.email)
    await client.forRequest(envelope).read(['email'])
    expect(server.requests).toHaveLength(3)
  })

  it('is the same reader for one invocation object and client', async () => {
    server.answer(value('ann@example.com'))
    const [client, other] = [server.client(), server.client()]
    const envelope = envelopeFor(server.origin)
    const [first, second] = [{}, {}]
    const reader = client.forInvocation(first, envelope)
    expect(client.forInvocation(first, envelopeFor(server.origin))).toBe(reader)
    expect(client.forInvocation(second, envelope)).not.toBe(reader)
    expect(other.forInvocation(first, envelope)).not.toBe(reader)
    await client.forInvocation(first, envelope).read(['email'])
    await client.forInvocation(first, envelope).read(['email'])
    expect(server.requests).toHaveLength(1)
  })

  it('keeps no value in the process', async () => {
    server.answer(value('ann@example.com'))
    const client = server.client()
    await client.forRequest(envelopeFor(server.origin)).read(['email'])
    expect(processWide('readers/1', () => new WeakMap()).get(client)).toBeUndefined()
  })
})

describe('several callers of one read', () => {
  it('time out alone if they have less time', async () => {
    let respond: undefined | (() => void)
    server.answer((response, request) => {
      respond = () => value('ann@example.com')(response, request)
    })
    const reader = server.reader()
    const patient = reader.read(['email'])
    const hasty = await reader.read(['email'], { deadlineMs: 80 })
    expect(hasty.email).toMatchObject({ status: 'failed', failure: 'timeout', attempts: 1 })
    await expect.poll(() => respond).toBeDefined()
    respond?.()
    expect((await patient).email).toMatchObject({ status: 'available' })
    expect(server.requests).toHaveLength(1)
  })

  it('continue alone if they have more time', async () => {
    server.answer(after(300, value('ann@example.com')))
    const reader = server.reader()
    const hasty = reader.read(['email'], { deadlineMs: 80 })
    const patient = reader.read(['email'])
    expect((await hasty).email).toMatchObject({ failure: 'timeout' })
    expect((await patient).email).toMatchObject({ status: 'available' })
    expect(server.requests).toHaveLength(1)
  })

  it('allow retries that only the caller with more time can wait for', async () => {
    server.answer(after(100, status(429, '', { 'Retry-After': '3' })), value('ann@example.com'))
    const reader = server.reader()
    const hasty = reader.read(['email'], { deadlineMs: 2500 })
    const patient = reader.read(['email'])
    expect((await hasty).email).toMatchObject({ status: 'throttled', retryAfterMs: 3000, attempts: 1 })
    expect((await patient).email).toMatchObject({ status: 'available', attempts: 2 })
  })

  it('have the retries and the time of the most patient caller', async () => {
    server.answer(after(50, status(503)))
    const reader = server.reader({ maxRetries: 1 })
    const [{ email }] = await Promise.all([reader.read(['email']), reader.read(['email'])])
    expect(email).toMatchObject({ failure: 'server-error', attempts: 2 })

    server.answer(after(50, status(429, '', { 'Retry-After': '20' })))
    const began = performance.now()
    const deadlines = [15_000, 10_000].map((deadlineMs) => reader.read(['name'], { deadlineMs }))
    for (const { name } of await Promise.all(deadlines)) expect(name).toMatchObject({ status: 'throttled' })
    expect(performance.now() - began).toBeLessThan(8000)
  })

  it('can abort without affecting the others, in either order', async () => {
    for (const abortFirst of [true, false]) {
      server.answer(after(200, value('ann@example.com')))
      const reader = server.reader()
      const signal = AbortSignal.timeout(50)
      const [first, second] = [
        reader.read(['email'], abortFirst ? { signal } : {}),
        reader.read(['email'], abortFirst ? {} : { signal }),
      ]
      const [aborted, other] = abortFirst ? [first, second] : [second, first]
      expect((await aborted).email).toMatchObject({ status: 'failed', failure: 'aborted' })
      expect((await other).email).toMatchObject({ status: 'available' })
    }
    expect(server.requests).toHaveLength(2)
  })

  it('end the read when the last caller leaves', async () => {
    server.answer(silence)
    const reader = server.reader()
    const [first, second] = await Promise.all([
      reader.read(['email'], { signal: AbortSignal.timeout(50) }),
      reader.read(['email'], { deadlineMs: 150 }),
    ])
    expect(first.email).toMatchObject({ failure: 'aborted' })
    expect(second.email).toMatchObject({ failure: 'timeout' })
    await expect.poll(() => server.openConnections).toBe(0)
  })
})
