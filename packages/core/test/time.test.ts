import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { after, bytesThenReset, close, reset, silence, status, value, wait } from './support/answers.js'
import { envelopeFor } from './support/envelope.js'
import { slackMs, timed } from './support/timed.js'
import { type Answer, useTlsServer } from './support/tls-server.js'
import { warningsOf } from './support/warnings.js'

const server = useTlsServer()

const timeout = { status: 'failed', failure: 'timeout' }

const endless: Answer = (response) => {
  response.writeHead(200)
  response.write('"')
}

const drip: Answer = (response) => {
  response.writeHead(200)
  const timer = setInterval(() => response.write('a'), 30)
  response.once('close', () => clearInterval(timer))
}

const dripOfHeaders: Answer = (_, { socket }) => {
  socket.write('HTTP/1.1 200 OK\r\n')
  const timer = setInterval(() => socket.write('X-Header: a\r\n'), 30)
  socket.once('close', () => clearInterval(timer))
}

const interimForEver: Answer = (_, { socket }) => {
  const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 30)
  socket.once('close', () => clearInterval(timer))
}

const halfAnAnswer = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"ann'

describe('deadline', () => {
  it.each([
    ['a silent server', silence, 0],
    ['a body that never ends', endless, 0],
    ['a body that arrives byte by byte', drip, 0],
    ['headers that arrive byte by byte', dripOfHeaders, 0],
    ['endless informational responses', interimForEver, 0],
    ['resets before the response', reset, 0],
    ['resets in the middle of the body', bytesThenReset(halfAnAnswer), 0],
    ['a server that accepts and closes connections', close, 0],
    ['endless errors', status(503), 2],
    ['endless throttling', status(429, '', { 'Retry-After': '0' }), 2],
  ])('limits a read from %s and leaves no request running', async (_, answer, keptConnections) => {
    server.answer(answer)
    const reader = server.reader({ deadlineMs: 400, maxRetries: 50 })
    const results = await timed(() => reader.read(['name', 'email']))
    expect(results.tookMs).toBeLessThan(400 + slackMs)
    for (const field of ['name', 'email'] as const) {
      expect(results[field].status).toMatch(/failed|throttled/)
      expect(results[field].durationMs).toBeLessThan(400 + slackMs)
    }
    await expect.poll(() => server.openConnections).toBeLessThanOrEqual(keptConnections)
  })

  it('defaults to 3 s', async () => {
    server.answer(silence)
    const { email, tookMs } = await timed(() => {
      const defaults = { attemptTimeoutMs: undefined, deadlineMs: undefined }
      return server.reader(defaults).read(['email'])
    })
    expect(email).toMatchObject(timeout)
    expect(email.attempts).toBeGreaterThan(1)
    expect(tookMs).toBeGreaterThan(2950)
    expect(tookMs).toBeLessThan(3000 + slackMs)
  })

  it("deadlineMs of a read overrides the client's deadlineMs", async () => {
    server.answer(silence)
    const reader = server.reader({ deadlineMs: 60_000 })
    const { email, tookMs } = await timed(() => reader.read(['email'], { deadlineMs: 150 }))
    expect(email).toMatchObject(timeout)
    expect(tookMs).toBeGreaterThan(145)
    expect(tookMs).toBeLessThan(150 + slackMs)
    await expect.poll(() => server.openConnections).toBe(0)
  })

  it("ends half a second before the platform's time limit", async () => {
    server.answer(after(800, value('ann@example.com')))
    const reader = server.client().forRequest(envelopeFor(server.origin), { timeLeftMs: () => 1000 })
    const { email, tookMs } = await timed(() => reader.read(['email']))
    expect(email).toMatchObject(timeout)
    expect(tookMs).toBeGreaterThan(495)
  })

  it.each([0, -5, 300])('ends a read at once if the platform has %i ms left', async (left) => {
    server.answer(silence)
    const reader = server.client().forRequest(envelopeFor(server.origin), { timeLeftMs: () => left })
    const { email, tookMs } = await timed(() => reader.read(['email']))
    expect(email).toMatchObject(timeout)
    expect(tookMs).toBeLessThan(slackMs)
  })

  it('ends one slow field and keeps the fast fields', async () => {
    server.answerAt('Profile.email', silence)
    server.answerAt('Profile.name', value('Ann'))
    const { name, email } = await server.reader({ deadlineMs: 3000 }).read(['name', 'email'])
    expect(name).toMatchObject({ status: 'available', value: 'Ann' })
    expect(email).toMatchObject(timeout)
  })

  it.each([
    ['throttling', status(429, '', { 'Retry-After': '0' }), { status: 'throttled', retryAfterMs: 0 }],
    ['an error', status(503), { status: 'failed', failure: 'server-error', httpStatus: 503 }],
  ])('ends a retry and still reports the response before it: %s', async (_, answer, expected) => {
    server.answer(answer, silence)
    const { email } = await server.reader({ deadlineMs: 3000 }).read(['email'])
    expect(email).toMatchObject({ ...expected, requestId: 'request-1', attempts: 2 })
  })

  it('is shared by the reads of a request, so that a silent service costs it only once', async () => {
    server.answer(silence)
    const reader = server.reader({ deadlineMs: 2000 })
    const first = await reader.read(['email'])
    expect(first.email).toMatchObject({ ...timeout, attempts: 1 })
    const second = await reader.read(['email', 'name'])
    expect(second.email).toMatchObject({ ...timeout, attempts: 0 })
    expect(second.name).toMatchObject({ ...timeout, attempts: 0 })
    expect(server.requests).toHaveLength(1)
  })

  it('ends when its timer fires, even a millisecond early', async () => {
    server.answer(silence)
    const client = server.client({ deadlineMs: 20 })
    for (let request = 0; request < 100; request += 1) {
      const reader = client.forRequest(envelopeFor(server.origin))
      await reader.read(['email'], { deadlineMs: 1 + (request % 10) / 10 })
      await reader.read(['email'])
      expect((await reader.read(['email'])).email).toMatchObject({ ...timeout, attempts: 0 })
    }
  })

  it("does not count the skill's work between reads, or the reads of other requests", async () => {
    server.answer(after(50, value('Ann')))
    const client = server.client({ deadlineMs: 3000 })
    const reader = client.forRequest(envelopeFor(server.origin))
    expect((await reader.read(['name'])).name).toMatchObject({ status: 'available' })
    await wait(3050)
    expect((await reader.read(['email'])).email).toMatchObject({ status: 'available' })
    server.answer(silence)
    expect((await reader.read(['mobileNumber'])).mobileNumber).toMatchObject(timeout)
    server.answer(value('Ann'))
    expect((await client.forRequest(envelopeFor(server.origin)).read(['name'])).name.status).toBe('available')
    const late = await reader.read(['name', 'givenName'])
    expect([late.name.status, late.givenName.status]).toEqual(['available', 'failed'])
  })

  it('gives a read with its own deadlineMs its full time after earlier reads', async () => {
    server.answer(silence)
    const reader = server.reader({ deadlineMs: 200 })
    await reader.read(['email'])
    server.answer(after(50, value('ann@example.com')))
    expect((await reader.read(['email'], { deadlineMs: 10_000 })).email).toMatchObject({ status: 'available' })
  })

  it('holds if no server accepts the connection', async () => {
    const { email, tookMs } = await timed(async () => {
      const client = server.client({ allowedEndpoints: ['https://127.0.0.1:1'], deadlineMs: 500 })
      return client.forRequest(envelopeFor('https://127.0.0.1:1')).read(['email'])
    })
    expect(email).toMatchObject({ status: 'failed', failure: 'network', code: 'ECONNREFUSED' })
    expect(tookMs).toBeLessThan(500 + slackMs)
  })
})

describe('attemptTimeoutMs', () => {
  it('ends one attempt, and the next one may succeed', async () => {
    server.answer(silence, value('ann@example.com'))
    const { email, tookMs } = await timed(() => server.reader({ attemptTimeoutMs: 2000 }).read(['email']))
    expect(email).toMatchObject({ status: 'available', value: 'ann@example.com', attempts: 2 })
    expect(tookMs).toBeGreaterThan(1995)
    expect(tookMs).toBeLessThan(2000 + 100 + slackMs)
  })

  it('includes the body', async () => {
    server.answer(drip, value('ann@example.com'))
    const { email } = await server.reader({ attemptTimeoutMs: 2000 }).read(['email'])
    expect(email).toMatchObject({ status: 'available', attempts: 2 })
  })
})

describe('AbortSignal', () => {
  it('sends nothing if it is already aborted', async () => {
    const { email, name } = await server.reader().read(['email', 'name'], { signal: AbortSignal.abort() })
    for (const result of [email, name]) {
      expect(result).toMatchObject({ status: 'failed', failure: 'aborted', attempts: 0 })
    }
    expect(server.connections).toBe(0)
  })

  it('ends a read at once and closes its connections', async () => {
    server.answer(silence)
    const controller = new AbortController()
    const reading = timed(() => server.reader().read(['email', 'name'], { signal: controller.signal }))
    await expect.poll(() => server.requests.length).toBe(2)
    controller.abort()
    const { email, name, tookMs } = await reading
    for (const result of [email, name]) {
      expect(result).toMatchObject({ status: 'failed', failure: 'aborted', attempts: 1 })
    }
    expect(tookMs).toBeLessThan(slackMs)
    await expect.poll(() => server.openConnections).toBe(0)
    expect(server.requests).toHaveLength(2)
  })

  it('ends the wait before a retry', async () => {
    server.answer(status(429, '', { 'Retry-After': '20' }))
    const signal = AbortSignal.timeout(1000)
    const { email, tookMs } = await timed(() => server.reader().read(['email'], { signal }))
    expect(email).toMatchObject({ status: 'failed', failure: 'aborted', attempts: 1 })
    expect(tookMs).toBeLessThan(1000 + slackMs)
    expect(server.requests).toHaveLength(1)
  })

  it('changes nothing after the read, and leaves no listeners behind after many reads', async () => {
    server.answer(value('ann@example.com'))
    const controller = new AbortController()
    const client = server.client()
    const warnings = await warningsOf(async () => {
      for (let count = 0; count < 30; count += 1) {
        const reader = client.forRequest(envelopeFor(server.origin))
        const { email } = await reader.read(['email'], { signal: controller.signal })
        if (count === 29) controller.abort()
        expect(email).toMatchObject({ value: 'ann@example.com' })
      }
    })
    expect(warnings).toEqual([])
  })
})

describe("fake timers in a user's test", () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('do not block a read, its retries or its deadline', async () => {
    vi.useFakeTimers({ now: 0 })
    server.answerAt('Profile.email', status(503), value('ann@example.com'))
    server.answerAt('Profile.name', silence)
    const { email, name } = await server.reader({ deadlineMs: 3000 }).read(['email', 'name'])
    expect(email).toMatchObject({ status: 'available', attempts: 2 })
    expect(name).toMatchObject(timeout)
    expect(name.durationMs).toBeGreaterThan(2800)
  })

  it('do not block a read if they were installed first', async () => {
    vi.useFakeTimers({ now: 0 })
    vi.resetModules()
    const { createProfileClient } = await import('../src/index.js')
    const times = { attemptTimeoutMs: 3000, deadlineMs: 3000 }
    const client = createProfileClient({ allowedEndpoints: [server.origin], ca: server.ca, ...times })
    onTestFinished(client.close)
    server.answer(value('ann@example.com'), silence)
    const reader = () => client.forRequest(envelopeFor(server.origin))
    expect((await reader().read(['email'])).email).toMatchObject({ status: 'available' })
    expect((await reader().read(['email'])).email).toMatchObject(timeout)
  })
})

it('ends a read without a retry if its response arrives after the deadline', async () => {
  server.answer(after(2000, value('late@example.com')))
  const reader = server.reader({ deadlineMs: 1500 })
  const { email } = await reader.read(['email'])
  expect(email).toMatchObject({ ...timeout, attempts: 1 })
  await wait(1000)
  expect(server.requests).toHaveLength(1)
})
