import https from 'node:https'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createTransport } from '../src/index.js'
import { close, reset, silence, status, value, wait } from './support/answers.js'
import { useTlsServer } from './support/tls-server.js'

const server = useTlsServer()

function openTransport() {
  const transport = createTransport({ allowedEndpoints: [server.origin], ca: server.ca })
  onTestFinished(() => transport.close())
  return transport
}

const get = (limits: { timeoutMs?: number; silenceMs?: number; maxBodyBytes?: number } = {}) => ({
  url: new URL('/v1/x', server.origin),
  method: 'GET',
  headers: {},
  timeoutMs: 20_000,
  silenceMs: 1000,
  maxBodyBytes: 1000,
  ...limits,
})

describe('attempt', () => {
  it('ends both requests within the total time if the kept connection is silent', async () => {
    server.answer(value('first'), silence)
    const transport = openTransport()
    await transport.attempt(get()).outcome
    await wait(600)
    const startedAt = performance.now()
    const outcome = await transport.attempt(get({ timeoutMs: 20_000, silenceMs: 500 }), 2500).outcome
    expect(outcome).toEqual({ kind: 'broken', cause: 'timeout' })
    expect(performance.now() - startedAt).toBeGreaterThan(2450)
    expect(performance.now() - startedAt).toBeLessThan(12_000)
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 2])
  })

  it('sends its request again if the kept connection is silent for the whole timeoutMs', async () => {
    server.answer(value('first'), silence, value('second'))
    const transport = openTransport()
    await transport.attempt(get()).outcome
    await wait(600)
    const outcome = await transport.attempt(get({ timeoutMs: 3000, silenceMs: 20_000 })).outcome
    expect(outcome).toMatchObject({ kind: 'response', status: 200 })
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 2])
  })

  it.each([
    ['reset', reset],
    ['close', close],
  ])('sends its request again at once if the kept connection answers with a %s', async (_, answer) => {
    server.answer(value('first'), answer, value('second'))
    const transport = openTransport()
    await transport.attempt(get()).outcome
    await wait(600)
    const startedAt = performance.now()
    const outcome = await transport.attempt(get({ timeoutMs: 20_000, silenceMs: 20_000 })).outcome
    expect(outcome).toMatchObject({ kind: 'response', status: 200 })
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 2])
  })

  it('sends nothing if it is cancelled before its request', async () => {
    server.answer(value('first'))
    const transport = openTransport()
    await transport.attempt(get()).outcome
    await wait(600)
    const attempt = transport.attempt(get())
    attempt.cancel()
    expect(await attempt.outcome).toEqual({ kind: 'broken', cause: 'cancelled' })
    await wait(50)
    expect(server.requests).toHaveLength(1)
  })

  it('closes its connection if it is cancelled during its request', async () => {
    server.answer(silence)
    const attempt = openTransport().attempt(get())
    await expect.poll(() => server.requests.length).toBe(1)
    attempt.cancel()
    expect(await attempt.outcome).toEqual({ kind: 'broken', cause: 'cancelled' })
    await expect.poll(() => server.openConnections).toBe(0)
  })

  it('is cancelled, and not sent again, if its transport is closed', async () => {
    server.answer(silence)
    const transport = openTransport()
    const attempt = transport.attempt(get())
    await expect.poll(() => server.requests.length).toBe(1)
    transport.close()
    expect(await attempt.outcome).toEqual({ kind: 'broken', cause: 'cancelled' })
    expect(await transport.attempt(get()).outcome).toEqual({ kind: 'broken', cause: 'cancelled' })
    await expect.poll(() => server.openConnections).toBe(0)
    expect(server.requests).toHaveLength(1)
  })

  it('accepts a body of maxBodyBytes, but not a byte more', async () => {
    server.answer(status(200, 'x'.repeat(1000)), status(200, 'x'.repeat(1001)))
    const transport = openTransport()
    const outcome = await transport.attempt(get()).outcome
    expect(outcome).toMatchObject({ kind: 'response', status: 200 })
    expect(String('body' in outcome && outcome.body)).toBe('x'.repeat(1000))
    expect(await transport.attempt(get()).outcome).toMatchObject({ kind: 'broken', cause: 'too-large', status: 200 })
  })

  it.each([
    [{ code: 'ENOTFOUND' }, 'ENOTFOUND'],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    [{ code: 'HPE_INVALID_CONSTANT' }, 'HPE_INVALID_CONSTANT'],
    [{ code: 'the token' }, undefined],
    [{ code: 'TOKEN secret' }, undefined],
    [{ code: 'ÄNN_EXAMPLE' }, undefined],
    [{ code: ['ENOTFOUND'] }, undefined],
    [{ code: 404 }, undefined],
    [{}, undefined],
    ['ENOTFOUND', undefined],
    [null, undefined],
  ])("reads from an agent's error %j the code %j", async (error, code) => {
    const agent = new https.Agent()
    agent.createConnection = () => {
      throw error
    }
    const transport = createTransport({ allowedEndpoints: [server.origin], agent })
    onTestFinished(() => transport.close())
    const cause = code?.startsWith('HPE_') ? 'not-http' : 'network'
    expect(await transport.attempt(get()).outcome).toEqual({ kind: 'broken', cause, ...(code && { code }) })
  })
})
