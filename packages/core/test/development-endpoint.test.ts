import { afterEach, describe, expect, it, vi } from 'vitest'
import { createProfileClient } from '../src/index.js'
import { value } from './support/answers.js'
import { envelopeFor } from './support/envelope.js'
import { useTlsServer } from './support/tls-server.js'

const server = useTlsServer()

afterEach(() => vi.unstubAllEnvs())

/** Reads with a client whose only option is the trusted certificates. */
async function read(apiEndpoint = server.origin) {
  const client = createProfileClient({ ca: server.ca })
  try {
    return (await client.forRequest(envelopeFor(apiEndpoint)).read(['email'])).email.status
  } finally {
    client.close()
  }
}

const notAllowed = expect.objectContaining({ code: 'endpoint-not-allowed' })

describe('ALEXA_PROFILE_ENDPOINT', () => {
  it('allows a loopback origin without any option', async () => {
    vi.stubEnv('ALEXA_PROFILE_ENDPOINT', `${server.origin}/`)
    server.answer(value('ann@example.com'))
    expect(await read()).toBe('available')
  })

  it('may be set after the client was created', async () => {
    const client = createProfileClient({ ca: server.ca })
    vi.stubEnv('ALEXA_PROFILE_ENDPOINT', server.origin)
    server.answer(value('ann@example.com'))
    expect((await client.forRequest(envelopeFor(server.origin)).read(['email'])).email.status).toBe('available')
    client.close()
  })

  it('replaces the region when connections are warmed', async () => {
    vi.stubEnv('ALEXA_PROFILE_ENDPOINT', server.origin)
    const client = createProfileClient({ ca: server.ca })
    client.warm('EU', 2)
    await expect.poll(() => server.connections).toBe(2)
    client.close()
  })

  it('is ignored in production', async () => {
    vi.stubEnv('ALEXA_PROFILE_ENDPOINT', server.origin)
    vi.stubEnv('NODE_ENV', 'production')
    await expect(read()).rejects.toThrow(notAllowed)
    expect(server.connections).toBe(0)
  })

  it('allows only its own origin', async () => {
    vi.stubEnv('ALEXA_PROFILE_ENDPOINT', 'https://127.0.0.1:1')
    await expect(read()).rejects.toThrow(notAllowed)
    expect(server.connections).toBe(0)
  })

  it.each([
    'https://evil.test',
    'https://127.0.0.1.evil.test',
    'http://10.0.0.1:4567',
    'http://user:secret@127.0.0.1:4567',
    'http://127.0.0.1:4567/path',
    '127.0.0.1:4567',
    '',
    'null',
  ])('allows nothing if it is %j', async (origin) => {
    vi.stubEnv('ALEXA_PROFILE_ENDPOINT', origin)
    await expect(read(origin)).rejects.toThrow(notAllowed)
  })
})
