import { describe, expect, it } from 'vitest'
import { after, bytes, bytesThenReset, close, forbidden, notGranted, reset, status, value } from './support/answers.js'
import { envelopeFor } from './support/envelope.js'
import { slackMs, timed } from './support/timed.js'
import { useTlsServer } from './support/tls-server.js'

const server = useTlsServer()

const halfAnAnswer = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"ann'

describe('retry', () => {
  it.each([
    ['429', status(429)],
    ['500', status(500)],
    ['502', status(502)],
    ['503', status(503, '<html>', { 'Content-Type': 'text/html' })],
    ['504', status(504)],
    ['a reset', reset],
    ['a close without a response', close],
    ['a reset in the middle of the body', bytesThenReset(halfAnAnswer)],
  ])('follows %s', async (_, answer) => {
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
    ['a response that is not HTTP', bytes('nonsense\r\n\r\n')],
  ])('does not follow %s', async (_, answer) => {
    server.answer(answer)
    const { email } = await server.reader().read(['email'])
    expect(email.attempts).toBe(1)
    expect(server.requests).toHaveLength(1)
  })

  it('happens at most twice, and the last response counts', async () => {
    server.answer(status(500), status(503), status(502))
    const { email } = await server.reader().read(['email'])
    expect(email).toMatchObject({ status: 'failed', failure: 'server-error', httpStatus: 502, attempts: 3 })
    expect(server.requests).toHaveLength(3)
  })

  it('happens as often as maxRetries allows', async () => {
    server.answer(status(500))
    expect((await server.reader({ maxRetries: 0 }).read(['email'])).email.attempts).toBe(1)
    expect((await server.reader({ maxRetries: 1 }).read(['email'])).email.attempts).toBe(2)
  })

  it('may end with a different status than the previous attempt', async () => {
    server.answer(status(500), status(429), notGranted)
    const { email } = await server.reader().read(['email'])
    expect(email).toMatchObject({ status: 'permission-missing', reason: 'not-granted', attempts: 3 })
  })

  it('waits the seconds of Retry-After', async () => {
    server.answer(status(429, '', { 'Retry-After': '1' }), value('ann@example.com'))
    const { email, tookMs } = await timed(() => server.reader().read(['email']))
    expect(email).toMatchObject({ status: 'available', attempts: 2 })
    expect(tookMs).toBeGreaterThan(990)
    expect(tookMs).toBeLessThan(1000 + slackMs)
  })

  it('waits until the date of Retry-After', async () => {
    const date = new Date(Date.now() + 2000)
    server.answer(status(429, '', { 'Retry-After': date.toUTCString() }), value('ann@example.com'))
    const { email } = await server.reader().read(['email'])
    expect(email).toMatchObject({ status: 'available', attempts: 2 })
    expect(Date.now()).toBeGreaterThanOrEqual(Math.floor(date.getTime() / 1000) * 1000)
    expect(Date.now()).toBeLessThan(date.getTime() + slackMs)
  })

  it('does not wait for a date in the past', async () => {
    const headers = { 'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT' }
    server.answer(status(429, '', headers), value('ann@example.com'))
    const { email, tookMs } = await timed(() => server.reader().read(['email']))
    expect(email.status).toBe('available')
    expect(tookMs).toBeLessThan(slackMs)
    server.answer(status(429, '', headers))
    expect((await server.reader({ maxRetries: 0 }).read(['email'])).email).toMatchObject({ retryAfterMs: 0 })
  })

  it('does not start if Retry-After reaches beyond the deadline', async () => {
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
    'waits as usual if Retry-After is %j',
    async (header) => {
      server.answer(status(429, '', { 'Retry-After': header }), status(429, '', { 'Retry-After': header }))
      const { email, tookMs } = await timed(() => server.reader({ maxRetries: 1 }).read(['email']))
      expect(email).toMatchObject({ status: 'throttled', attempts: 2 })
      expect(email).not.toHaveProperty('retryAfterMs')
      expect(tookMs).toBeLessThan(100 + slackMs)
    },
  )

  it('adds at most four requests per process, then one for every ten reads, even if every request fails', async () => {
    server.answer(status(503))
    const client = server.client()
    for (let count = 0; count < 100; count += 1) {
      const { email } = await client.forRequest(envelopeFor(server.origin)).read(['email'])
      expect(email).toMatchObject({ failure: 'server-error', httpStatus: 503 })
    }
    // The budget is full at the start, so the deposit of the first read is lost.
    expect(server.requests).toHaveLength(100 + 4 + 9)
  })

  it('is limited to required fields: an optional field is requested once', async () => {
    server.answerAt('Profile.email', status(503), value('ann@example.com'))
    server.answerAt('Profile.name', status(503), value('Ann'))
    const reader = server.reader()
    const decision = await reader.require({ required: ['email'], optional: ['name', 'email'] })
    expect(decision).toMatchObject({ action: 'proceed', profile: { email: 'ann@example.com' } })
    expect(decision.results.email).toMatchObject({ attempts: 2 })
    expect(decision.results.name).toMatchObject({ failure: 'server-error', attempts: 1 })
    expect((await reader.read(['name'])).name).toMatchObject({ status: 'available', attempts: 1 })
  })

  it('is available if a required read joins an optional one', async () => {
    server.answer(after(100, status(503)), value('Ann'))
    const reader = server.reader()
    const optional = reader.require({ optional: ['name'] })
    expect((await reader.read(['name'])).name).toMatchObject({ status: 'available', attempts: 2 })
    expect((await optional).results.name).toMatchObject({ status: 'available' })
  })

  it('shares one budget between several fields', async () => {
    server.answer(status(503))
    await server.reader({ maxRetries: 9 }).read(['name', 'givenName', 'email', 'mobileNumber'])
    expect(server.requests).toHaveLength(4 + 4)
  })

  it('does not follow a certificate that is not trusted', async () => {
    const reader = server.reader({ ca: [] })
    expect((await reader.read(['email'])).email).toMatchObject({ failure: 'network', attempts: 1 })
  })
})
