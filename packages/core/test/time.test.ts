import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  after,
  bytes,
  bytesThenReset,
  close,
  forbidden,
  notGranted,
  reset,
  silence,
  status,
  value,
  wait,
} from './support/answers.js'
import { envelopeFor } from './support/envelope.js'
import { type Answer, useTlsServer } from './support/tls-server.js'
import { warningsOf } from './support/warnings.js'

const server = useTlsServer()

/** What a busy machine may add. */
const slackMs = 600

async function timed<Result>(work: () => Promise<Result>): Promise<Result & { tookMs: number }> {
  const startedAt = performance.now()
  const result = await work()
  return Object.assign(Object.create(Object(result)), { tookMs: performance.now() - startedAt })
}

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

describe('the deadline', () => {
  it.each([
    ['a silent server', silence, 0],
    ['a body that never ends', endless, 0],
    ['a body that drips', drip, 0],
    ['headers that drip', dripOfHeaders, 0],
    ['interim answers for ever', interimForEver, 0],
    ['resets before the answer', reset, 0],
    ['resets in mid-body', bytesThenReset(halfAnAnswer), 0],
    ['a server that accepts and closes', close, 0],
    ['errors for ever', status(503), 2],
    ['throttling for ever', status(429, '', { 'Retry-After': '0' }), 2],
  ])('bounds a read from %s, and leaves no request under way', async (_, answer, keptConnections) => {
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

  it('is 3 s without an option', async () => {
    server.answer(silence)
    const { email, tookMs } = await timed(() => server.reader().read(['email']))
    expect(email).toMatchObject({ ...timeout, attempts: 3 })
    expect(tookMs).toBeGreaterThan(2950)
    expect(tookMs).toBeLessThan(3000 + slackMs)
  })

  it('of a read goes before that of the client', async () => {
    server.answer(silence)
    const reader = server.reader({ deadlineMs: 10_000 })
    const { email, tookMs } = await timed(() => reader.read(['email'], { deadlineMs: 150 }))
    expect(email).toMatchObject(timeout)
    expect(tookMs).toBeGreaterThan(145)
    expect(tookMs).toBeLessThan(150 + slackMs)
    await expect.poll(() => server.openConnections).toBe(0)
  })

  it('is half a second less than what the platform has left', async () => {
    server.answer(silence)
    const reader = server.client().forRequest(envelopeFor(server.origin), { timeLeftMs: () => 700 })
    const { email, tookMs } = await timed(() => reader.read(['email']))
    expect(email).toMatchObject(timeout)
    expect(tookMs).toBeLessThan(200 + slackMs)
    expect(tookMs).toBeGreaterThan(195)
  })

  it.each([0, -5, 300])('ends a read at once when the platform has %i ms left', async (left) => {
    server.answer(silence)
    const reader = server.client().forRequest(envelopeFor(server.origin), { timeLeftMs: () => left })
    const { email, tookMs } = await timed(() => reader.read(['email']))
    expect(email).toMatchObject(timeout)
    expect(tookMs).toBeLessThan(slackMs)
  })

  it('ends one slow field and keeps the fast ones', async () => {
    server.answerAt('Profile.email', silence)
    server.answerAt('Profile.name', value('Ann'))
    const { name, email } = await server.reader({ deadlineMs: 300 }).read(['name', 'email'])
    expect(name).toMatchObject({ status: 'available', value: 'Ann' })
    expect(email).toMatchObject(timeout)
  })

  it('holds where nobody accepts the connection', async () => {
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
    const { email, tookMs } = await timed(() => server.reader({ attemptTimeoutMs: 200 }).read(['email']))
    expect(email).toMatchObject({ status: 'available', value: 'ann@example.com', attempts: 2 })
    expect(tookMs).toBeGreaterThan(195)
    expect(tookMs).toBeLessThan(200 + 100 + slackMs)
  })

  it('covers the body too', async () => {
    server.answer(drip, value('ann@example.com'))
    const { email } = await server.reader({ attemptTimeoutMs: 200 }).read(['email'])
    expect(email).toMatchObject({ status: 'available', attempts: 2 })
  })
})

describe('an AbortSignal', () => {
  it('that is aborted already sends nothing', async () => {
    const { email, name } = await server.reader().read(['email', 'name'], { signal: AbortSignal.abort() })
    for (const result of [email, name]) {
      expect(result).toMatchObject({ status: 'failed', failure: 'aborted', attempts: 0 })
    }
    expect(server.connections).toBe(0)
  })

  it('ends a read at once and closes its connections', async () => {
    server.answer(silence)
    const { email, name, tookMs } = await timed(() =>
      server.reader().read(['email', 'name'], { signal: AbortSignal.timeout(150) }),
    )
    for (const result of [email, name]) {
      expect(result).toMatchObject({ status: 'failed', failure: 'aborted', attempts: 1 })
    }
    expect(tookMs).toBeLessThan(150 + slackMs)
    await expect.poll(() => server.openConnections).toBe(0)
    expect(server.requests).toHaveLength(2)
  })

  it('ends the wait before a retry', async () => {
    server.answer(status(429, '', { 'Retry-After': '2' }))
    const signal = AbortSignal.timeout(150)
    const { email, tookMs } = await timed(() => server.reader().read(['email'], { signal }))
    expect(email).toMatchObject({ status: 'failed', failure: 'aborted', attempts: 1 })
    expect(tookMs).toBeLessThan(150 + slackMs)
    expect(server.requests).toHaveLength(1)
  })

  it('aborted later changes nothing, and many reads with one signal leave no listeners behind', async () => {
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

describe("users' fake timers", () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('cannot hang a read, its retries or its deadline', async () => {
    vi.useFakeTimers({ now: 0 })
    server.answerAt('Profile.email', status(503), value('ann@example.com'))
    server.answerAt('Profile.name', silence)
    const { email, name } = await server.reader({ deadlineMs: 500 }).read(['email', 'name'])
    expect(email).toMatchObject({ status: 'available', attempts: 2 })
    expect(email.durationMs).toBeLessThan(500 + slackMs)
    expect(name).toMatchObject(timeout)
    expect(name.durationMs).toBeGreaterThan(490)
  })
})

describe('retries', () => {
  it.each([
    ['429', status(429)],
    ['500', status(500)],
    ['502', status(502)],
    ['503', status(503, '<html>', { 'Content-Type': 'text/html' })],
    ['504', status(504)],
    ['a reset', reset],
    ['a close without an answer', close],
    ['a reset in mid-body', bytesThenReset(halfAnAnswer)],
  ])('follow %s', async (_, answer) => {
    server.answer(answer, value('ann@example.com'))
    const { email } = await server.reader().read(['email'])
    expect(email).toMatchObject({ status: 'available', value: 'ann@example.com', attempts: 2 })
    expect(server.requests).toHaveLength(2)
  })

  it.each([
    ['200 with a broken body', status(200, '"ann')],
    ['204', status(204)],
    ['301', status(301)],
    ['400', status(400)],
    ['401', status(401)],
    ['403', notGranted],
    ['403 for an unknown reason', forbidden('?')],
    ['a page with 403', status(403, '<html>')],
    ['404', status(404)],
    ['405', status(405)],
    ['501', status(501)],
    ['505', status(505)],
    ['what is not HTTP', bytes('nonsense\r\n\r\n')],
  ])('do not follow %s', async (_, answer) => {
    server.answer(answer)
    const { email } = await server.reader().read(['email'])
    expect(email.attempts).toBe(1)
    expect(server.requests).toHaveLength(1)
  })

  it('are two at most, and the last answer counts', async () => {
    server.answer(status(500), status(503), status(502))
    const { email } = await server.reader().read(['email'])
    expect(email).toMatchObject({ status: 'failed', failure: 'server-error', httpStatus: 502, attempts: 3 })
    expect(server.requests).toHaveLength(3)
  })

  it('are as many as maxRetries says', async () => {
    server.answer(status(500))
    expect((await server.reader({ maxRetries: 0 }).read(['email'])).email.attempts).toBe(1)
    expect((await server.reader({ maxRetries: 1 }).read(['email'])).email.attempts).toBe(2)
  })

  it('may change the status from one attempt to the next', async () => {
    server.answer(status(500), status(429), notGranted)
    const { email } = await server.reader().read(['email'])
    expect(email).toMatchObject({ status: 'permission-missing', reason: 'not-granted', attempts: 3 })
  })

  it('wait as many seconds as Retry-After says', async () => {
    server.answer(status(429, '', { 'Retry-After': '1' }), value('ann@example.com'))
    const { email, tookMs } = await timed(() => server.reader().read(['email']))
    expect(email).toMatchObject({ status: 'available', attempts: 2 })
    expect(tookMs).toBeGreaterThan(990)
    expect(tookMs).toBeLessThan(1000 + slackMs)
  })

  it('wait until the date that Retry-After names', async () => {
    const date = new Date(Date.now() + 2000)
    server.answer(status(429, '', { 'Retry-After': date.toUTCString() }), value('ann@example.com'))
    const { email } = await server.reader({ deadlineMs: 5000 }).read(['email'])
    expect(email).toMatchObject({ status: 'available', attempts: 2 })
    expect(Date.now()).toBeGreaterThanOrEqual(Math.floor(date.getTime() / 1000) * 1000)
    expect(Date.now()).toBeLessThan(date.getTime() + slackMs)
  })

  it('do not wait for a date that is past', async () => {
    const headers = { 'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT' }
    server.answer(status(429, '', headers), value('ann@example.com'))
    const { email, tookMs } = await timed(() => server.reader().read(['email']))
    expect(email.status).toBe('available')
    expect(tookMs).toBeLessThan(slackMs)
    server.answer(status(429, '', headers))
    expect((await server.reader({ maxRetries: 0 }).read(['email'])).email).toMatchObject({ retryAfterMs: 0 })
  })

  it('are not begun when Retry-After reaches beyond the deadline', async () => {
    server.answer(status(429, '', { 'Retry-After': '30' }))
    const { email, tookMs } = await timed(() => server.reader().read(['email']))
    expect(email).toMatchObject({ status: 'throttled', retryAfterMs: 30_000, attempts: 1 })
    expect(tookMs).toBeLessThan(slackMs)
    expect(server.requests).toHaveLength(1)
    const tomorrow = new Date(Date.now() + 86_400_000).toUTCString()
    server.answer(status(429, '', { 'Retry-After': tomorrow }))
    const later = (await server.reader().read(['email'])).email
    expect(later.status === 'throttled' && later.retryAfterMs).toBeGreaterThan(86_390_000)
  })

  it.each(['soon', '-1', '1.5', '1e1', '0x10', '', '99999999999999', '1, 2'])(
    'back off as usual when Retry-After is %j',
    async (header) => {
      server.answer(status(429, '', { 'Retry-After': header }), status(429, '', { 'Retry-After': header }))
      const { email, tookMs } = await timed(() => server.reader({ maxRetries: 1 }).read(['email']))
      expect(email).toMatchObject({ status: 'throttled', attempts: 2 })
      expect(email).not.toHaveProperty('retryAfterMs')
      expect(tookMs).toBeLessThan(100 + slackMs)
    },
  )

  it('add four requests to a process and then one for ten reads, however much fails', async () => {
    server.answer(status(503))
    const client = server.client()
    for (let count = 0; count < 100; count += 1) {
      const { email } = await client.forRequest(envelopeFor(server.origin)).read(['email'])
      expect(email).toMatchObject({ failure: 'server-error', httpStatus: 503 })
    }
    // The bucket is full at the start, so what the first read pays in is lost.
    expect(server.requests).toHaveLength(100 + 4 + 9)
  })

  it('of several fields share that budget', async () => {
    server.answer(status(503))
    await server.reader({ maxRetries: 9 }).read(['name', 'givenName', 'email', 'mobileNumber'])
    expect(server.requests).toHaveLength(4 + 4)
  })

  it('do not follow a certificate that nobody vouches for', async () => {
    const reader = server.reader({ ca: [] })
    expect((await reader.read(['email'])).email).toMatchObject({ failure: 'network', attempts: 1 })
  })
})

it('a read is given up, not repeated, when its answer comes after the deadline', async () => {
  server.answer(after(400, value('late@example.com')))
  const reader = server.reader({ deadlineMs: 150 })
  const { email } = await reader.read(['email'])
  expect(email).toMatchObject({ ...timeout, attempts: 1 })
  await wait(400)
  expect(server.requests).toHaveLength(1)
})
