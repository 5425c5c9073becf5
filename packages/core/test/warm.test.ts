import { execFile } from 'node:child_process'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createProfileClient } from '../src/index.js'
import { reset, silence, value, wait } from './support/answers.js'
import { createCredentials } from './support/certificates.js'
import { envelopeFor } from './support/envelope.js'
import { useTlsServer } from './support/tls-server.js'

const server = useTlsServer()

const fields = ['name', 'givenName', 'email'] as const

async function warmClient(connections: number) {
  const client = server.client({ maxRetries: 0 })
  client.warm(server.origin, connections)
  await expect.poll(() => server.secureConnections).toBe(connections)
  // The client must also have seen the end of the handshakes.
  await wait(300)
  return client
}

describe('warm', () => {
  it('opens connections for the next read without sending a request', async () => {
    server.answer(value('Ann'))
    const client = await warmClient(3)
    expect(server.requests).toHaveLength(0)
    const results = await client.forRequest(envelopeFor(server.origin)).read(fields)
    for (const field of fields) expect(results[field]).toMatchObject({ status: 'available', attempts: 1 })
    expect(server.connections).toBe(3)
    await client.forRequest(envelopeFor(server.origin)).read(fields)
    expect(server.connections).toBe(3)
  })

  it('lets a read use connections that are still being opened', async () => {
    server.answer(value('Ann'))
    const client = server.client()
    client.warm(server.origin, 3)
    const { name } = await client.forRequest(envelopeFor(server.origin)).read(['name'])
    expect(name).toMatchObject({ status: 'available', attempts: 1 })
    expect(server.connections).toBe(3)
  })

  it('opens only the connections that are missing', async () => {
    server.answer(value('Ann'))
    const client = await warmClient(2)
    client.warm(server.origin, 2)
    await client.forRequest(envelopeFor(server.origin)).read(['name'])
    client.warm(server.origin, 3)
    await expect.poll(() => server.openConnections).toBe(3)
    await wait(100)
    expect(server.connections).toBe(3)
  })

  it('serves other clients that share the connections', async () => {
    server.answer(value('Ann'))
    await warmClient(1)
    const other = server.client()
    expect((await other.forRequest(envelopeFor(server.origin)).read(['name'])).name.status).toBe('available')
    expect(server.connections).toBe(1)
  })

  it.each(['end', 'reset'] as const)('costs nothing if the server closes the connections (%s)', async (how) => {
    server.answer(value('Ann'))
    const client = await warmClient(3)
    server.endConnections(how)
    const results = await client.forRequest(envelopeFor(server.origin)).read(fields)
    for (const field of fields) expect(results[field]).toMatchObject({ status: 'available', attempts: 1 })
  })

  it('drops bytes that the server sends before a request', async () => {
    const { ca, cert, key } = await createCredentials('127.0.0.1')
    const answer = (text: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${text.length + 2}\r\n\r\n"${text}"`
    let connections = 0
    const talkative = createServer({ cert, key }, (socket) => {
      connections += 1
      if (connections === 1) socket.write(answer('Eve'))
      socket.on('data', () => socket.write(answer('Ann')))
      socket.on('error', () => {})
      onTestFinished(() => void socket.destroy())
    })
    await new Promise<void>((resolve) => talkative.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void talkative.close())
    const origin = `https://127.0.0.1:${(talkative.address() as AddressInfo).port}`
    const client = server.client({ allowedEndpoints: [origin], ca, maxRetries: 0 })
    client.warm(origin, 1)
    await expect.poll(() => connections).toBe(1)
    await wait(100)
    const { name } = await client.forRequest(envelopeFor(origin)).read(['name'])
    expect(name).toMatchObject({ status: 'available', value: 'Ann' })
    expect(connections).toBe(2)
  })

  it('opens connections without TLS to a loopback origin, and treats them like kept ones', async () => {
    const used: (number | undefined)[] = []
    let opened = 0
    const plain = createHttpServer(({ socket }, response) => {
      used.push(socket.remotePort)
      if (used.length === 1) socket.resetAndDestroy()
      else response.end('"Ann"')
    }).on('connection', () => {
      opened += 1
    })
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      plain.closeAllConnections()
      plain.close()
    })
    const origin = `http://127.0.0.1:${(plain.address() as AddressInfo).port}`
    const client = server.client({ allowedEndpoints: [origin], maxRetries: 0 })
    client.warm(origin, 1)
    await expect.poll(() => opened).toBe(1)
    await wait(50)
    expect(used).toEqual([])
    const read = async () => (await client.forRequest(envelopeFor(origin)).read(['name'])).name
    expect(await read()).toMatchObject({ status: 'available', value: 'Ann', attempts: 1 })
    expect(await read()).toMatchObject({ status: 'available', value: 'Ann', attempts: 1 })
    expect(opened).toBe(2)
    expect(used[2]).toBe(used[1])
  })

  it('treats its connections like kept ones: a closed one is replaced without counting an attempt', async () => {
    const client = await warmClient(1)
    server.answer(reset, value('Ann'))
    const { name } = await client.forRequest(envelopeFor(server.origin)).read(['name'])
    expect(name).toMatchObject({ status: 'available', attempts: 1 })
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 2])
  })

  it('replaces a connection that is silent after a pause', async () => {
    const client = await warmClient(1)
    await wait(500)
    server.answer(silence, value('Ann'))
    const { name } = await client.forRequest(envelopeFor(server.origin)).read(['name'])
    expect(name).toMatchObject({ status: 'available', attempts: 1 })
  })

  it('closes unused connections with the client', async () => {
    const client = await warmClient(3)
    client.close()
    await expect.poll(() => server.openConnections).toBe(0)
  })

  it('ignores a server that cannot be reached', async () => {
    const client = server.client({ allowedEndpoints: ['https://127.0.0.1:1'] })
    client.warm('https://127.0.0.1:1')
    await wait(100)
    const { name } = await client.forRequest(envelopeFor('https://127.0.0.1:1')).read(['name'])
    expect(name).toMatchObject({ failure: 'network', code: 'ECONNREFUSED' })
  })

  it('does not keep the process alive', async () => {
    const script = `
      const { createProfileClient } = require(${JSON.stringify(fileURLToPath(new URL('../dist/index.js', import.meta.url)))})
      createProfileClient({ allowedEndpoints: [${JSON.stringify(server.origin)}] }).warm(${JSON.stringify(server.origin)})`
    const untilItEnds = (code: string) => promisify(execFile)(process.execPath, ['-e', code], { timeout: 60_000 })
    await untilItEnds(script)
    await untilItEnds(`${script}; setTimeout(() => {}, 300)`) // long enough to open the connections
  })

  it.each([
    ['endpoint-not-allowed', 'https://api.amazonalexa.com.evil.example', 4],
    ['endpoint-not-allowed', 'http://api.amazonalexa.com', 4],
    ['endpoint-not-allowed', 'US', 4],
    ['endpoint-not-allowed', 'toString', 4],
    ['option-invalid', 'NA', 0],
    ['option-invalid', 'NA', 257],
    ['option-invalid', 'NA', 1.5],
  ])('throws %s for %s and %s connections', (code, endpoint, connections) => {
    const client = server.client()
    expect(() => client.warm(endpoint, connections)).toThrow(expect.objectContaining({ code }))
  })

  it('throws client-closed after close', () => {
    const client = createProfileClient()
    client.close()
    expect(() => client.warm('EU')).toThrow(expect.objectContaining({ code: 'client-closed' }))
  })
})
