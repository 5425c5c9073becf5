import { describe, expect, it } from 'vitest'
import { createTransport } from '../src/index.js'
import {
  bytes,
  bytesThenEnd,
  bytesThenReset,
  close,
  notGranted,
  reset,
  silence,
  status,
  value,
  wait,
} from './support/answers.js'
import { envelopeFor } from './support/envelope.js'
import { startTlsServer, useTlsServer } from './support/tls-server.js'

const server = useTlsServer()

const ann = { status: 'available', value: 'ann@example.com' }

async function readEmail(client = server.client()) {
  return (await client.forRequest(envelopeFor(server.origin)).read(['email'])).email
}

describe('connections', () => {
  it('are kept and reused by later reads', async () => {
    server.answer(value('ann@example.com'))
    const client = server.client()
    for (let count = 0; count < 5; count += 1) expect(await readEmail(client)).toMatchObject(ann)
    expect(server.connections).toBe(1)
  })

  it('are shared by clients with the same authorities and survive the close of one client', async () => {
    server.answer(value('ann@example.com'))
    const [first, second] = [server.client(), server.client({ deadlineMs: 24_000 })]
    await readEmail(first)
    await readEmail(second)
    first.close()
    first.close()
    await readEmail(second)
    expect(server.connections).toBe(1)
    expect(server.openConnections).toBe(1)
    second.close()
    await expect.poll(() => server.openConnections).toBe(0)
  })

  it('are not shared with a client that trusts other authorities', async () => {
    server.answer(value('ann@example.com'))
    const other = await startTlsServer()
    try {
      await readEmail(server.client())
      const distrustful = server.client({ ca: other.ca })
      expect(await readEmail(distrustful)).toMatchObject({ status: 'failed', failure: 'network' })
      expect(server.requests).toHaveLength(1)
    } finally {
      await other.stop()
    }
  })

  it.each([
    ['204', status(204)],
    ['a refusal', notGranted],
    ['an error', status(500, 'sorry')],
    ['a body of the wrong shape', status(200, '[]')],
  ])('are kept after %s', async (_, answer) => {
    server.answer(answer, value('ann@example.com'))
    const client = server.client({ maxRetries: 0 })
    await readEmail(client)
    expect(await readEmail(client)).toMatchObject(ann)
    expect(server.connections).toBe(1)
  })

  it('are not reused if the server asks to close them', async () => {
    server.answer(status(200, '"ann@example.com"', { Connection: 'close' }))
    const client = server.client()
    for (let count = 0; count < 3; count += 1) expect(await readEmail(client)).toMatchObject({ ...ann, attempts: 1 })
    expect(server.connections).toBe(3)
  })

  it('are not reused if the response was not read to its end', async () => {
    server.answer(bytes('HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n"eve@'), value('ann@example.com'))
    const client = server.client({ maxRetries: 0, attemptTimeoutMs: 2000 })
    expect(await readEmail(client)).toMatchObject({ status: 'failed', failure: 'timeout' })
    expect(await readEmail(client)).toMatchObject(ann)
    expect(server.connections).toBe(2)
  })

  it('are not reused after unrequested bytes, which are dropped', async () => {
    const answerWith = (text: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${text.length + 2}\r\n\r\n"${text}"`
    server.answer(
      bytes(answerWith('ann@example.com'), answerWith('eve@example.com')),
      bytes(answerWith('bea@example.com')),
    )
    const client = server.client()
    expect(await readEmail(client)).toMatchObject(ann)
    await expect.poll(() => server.openConnections).toBe(0)
    expect(await readEmail(client)).toMatchObject({ status: 'available', value: 'bea@example.com' })
    expect(server.connections).toBe(2)
  })
})

describe('kept connection', () => {
  it.each(['end', 'reset'] as const)(
    'is replaced without a failed attempt if the server has closed it (%s)',
    async (how) => {
      server.answer(value('ann@example.com'))
      const client = server.client({ maxRetries: 0 })
      await readEmail(client)
      server.endConnections(how)
      await expect.poll(() => server.openConnections).toBe(0)
      expect(await readEmail(client)).toMatchObject({ ...ann, attempts: 1 })
      expect(server.connections).toBe(2)
      expect(server.requests).toHaveLength(2)
    },
  )

  it.each(['end', 'reset'] as const)(
    'costs no attempt if the server closes it (%s) just as the next read starts',
    async (how) => {
      server.answer(value('ann@example.com'))
      const client = server.client({ maxRetries: 0 })
      for (let count = 0; count < 10; count += 1) {
        await readEmail(client)
        server.endConnections(how)
        expect(await readEmail(client)).toMatchObject({ ...ann, attempts: 1 })
      }
    },
  )

  it.each([
    ['reset', reset],
    ['close', close],
  ])(
    'is replaced immediately, without counting an attempt, if it responds to a request with a %s',
    async (_, answer) => {
      server.answer(value('first'), answer, value('ann@example.com'))
      const client = server.client({ maxRetries: 0 })
      await readEmail(client)
      expect(await readEmail(client)).toMatchObject({ ...ann, attempts: 1 })
      expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 2])
    },
  )

  it('is replaced for all fields of a turn at once', async () => {
    const fields = ['name', 'givenName', 'email'] as const
    server.answer(value('first'))
    const client = server.client({ maxRetries: 0 })
    await client.forRequest(envelopeFor(server.origin)).read(fields)
    expect(server.connections).toBe(3)
    for (const field of fields) server.answerAt(`Profile.${field}`, reset, value(field))
    const results = await client.forRequest(envelopeFor(server.origin)).read(fields)
    for (const field of fields) expect(results[field]).toMatchObject({ value: field, attempts: 1 })
  })

  it('is replaced by a new connection, not by another closed one', async () => {
    server.answer(value('first'))
    const client = server.client({ maxRetries: 0 })
    await client.forRequest(envelopeFor(server.origin)).read(['name', 'givenName', 'email'])
    server.answer((response, request) => {
      const isOld = (server.requests.at(-1)?.connection ?? 0) <= 3
      return (isOld ? reset : value('ann@example.com'))(response, request)
    })
    expect(await readEmail(client)).toMatchObject({ ...ann, attempts: 1 })
    expect(server.requests).toHaveLength(3 + 2)
  })

  it('counts as a failed attempt if it breaks after the response has begun', async () => {
    const halfAnAnswer = 'HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n"ann@'
    server.answer(value('first'), bytesThenReset(halfAnAnswer), value('ann@example.com'))
    const client = server.client({ maxRetries: 0 })
    await readEmail(client)
    expect(await readEmail(client)).toMatchObject({ status: 'failed', failure: 'network', attempts: 1 })
    expect(server.requests).toHaveLength(2)
  })

  const pause = () => new Promise((resolve) => setTimeout(resolve, 600))

  it.each([{}, { maxRetries: 0 }])('is replaced after one second of silence if it was idle: %j', async (options) => {
    server.answer(value('first'), silence, value('ann@example.com'))
    const client = server.client(options)
    await readEmail(client)
    await pause()
    const result = await readEmail(client)
    expect(result).toMatchObject({ ...ann, attempts: 1 })
    expect(result.durationMs).toBeGreaterThan(990)
    expect(result.durationMs).toBeLessThan(10_000)
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 2])
    await expect.poll(() => server.openConnections).toBe(1)
  })

  it('costs neither retries nor values if it is silent after a pause, in every turn', async () => {
    const client = server.client()
    const fields = ['name', 'givenName', 'email'] as const
    const turn = () => client.forRequest(envelopeFor(server.origin)).read(fields)
    server.answer(value('Ann'))
    await turn()
    for (let repetition = 0; repetition < 3; repetition += 1) {
      await pause()
      server.answer(silence, silence, silence, value('Ann'))
      expect(Object.values(await turn()).map(({ status, attempts }) => [status, attempts])).toEqual([
        ['available', 1],
        ['available', 1],
        ['available', 1],
      ])
    }
  })

  it('costs an attempt if it is silent but was not idle, because then the service is slow', async () => {
    server.answer(value('first'), silence, value('ann@example.com'))
    const client = server.client({ attemptTimeoutMs: 2000 })
    await readEmail(client)
    expect(await readEmail(client)).toMatchObject({ ...ann, attempts: 2 })
  })

  it('is kept if the response begins within that second', async () => {
    const slow = bytes('HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n', '"ann@')
    server.answer(value('first'), (response, request) => {
      slow(response, request)
      setTimeout(() => request.socket.write('example.com"'), 1300)
    })
    const client = server.client()
    await readEmail(client)
    expect(await readEmail(client)).toMatchObject({ ...ann, attempts: 1 })
    expect(server.connections).toBe(1)
  })
})

describe('new connection', () => {
  it.each([
    ['reset', reset],
    ['close', close],
    ['end in the middle of the body', bytesThenEnd('HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n"ann@')],
  ])('counts as a failed attempt if it ends in a %s', async (_, answer) => {
    server.answer(answer)
    expect(await readEmail(server.client({ maxRetries: 0 }))).toMatchObject({
      status: 'failed',
      failure: 'network',
      code: 'ECONNRESET',
      attempts: 1,
    })
    expect(server.requests).toHaveLength(1)
  })

  it('may be silent for longer than a second', async () => {
    server.answer((response, request) => void setTimeout(() => value('ann@example.com')(response, request), 1100))
    const result = await readEmail(server.client())
    expect(result).toMatchObject({ ...ann, attempts: 1 })
  })
})

describe('request other than GET', () => {
  const post = () => ({
    url: new URL('/v1/x', server.origin),
    method: 'POST',
    headers: {},
    body: '{}',
    timeoutMs: 20_000,
    silenceMs: 1000,
    maxBodyBytes: 1000,
  })

  it('is never sent twice', async () => {
    server.answer(value('first'), reset)
    const transport = createTransport({ allowedEndpoints: [server.origin], ca: server.ca })
    await transport.attempt(post()).outcome
    const outcome = await transport.attempt(post()).outcome
    transport.close()
    expect(outcome).toMatchObject({ kind: 'broken', cause: 'gone' })
    expect(server.requests.map(({ bodyBytes }) => bodyBytes)).toEqual([2, 2])
  })

  it('avoids a connection that was closed while the process was frozen', async () => {
    server.answer(value('first'))
    const transport = createTransport({ allowedEndpoints: [server.origin], ca: server.ca })
    await transport.attempt(post()).outcome
    await wait(600)
    server.endConnections('end')
    // Nothing is awaited, so the kernel knows about the close but Node does not, as after a freeze.
    const outcome = await transport.attempt(post()).outcome
    transport.close()
    expect(outcome).toMatchObject({ kind: 'response', status: 200 })
    expect(server.connections).toBe(2)
  })
})
