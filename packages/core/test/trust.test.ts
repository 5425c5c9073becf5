import https from 'node:https'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createProfileClient, createTransport } from '../src/index.js'
import { value, wait } from './support/answers.js'
import { envelopeFor, person, token } from './support/envelope.js'
import { startTlsServer, useTlsServer } from './support/tls-server.js'
import { warningsOf } from './support/warnings.js'

const server = useTlsServer()

async function readEmailFrom(endpoint: unknown): Promise<unknown> {
  const reader = server.client().forRequest(envelopeFor(endpoint as string))
  return reader.read(['email']).catch((error: unknown) => error)
}

describe('endpoint of a request', () => {
  it('may have capitals and a trailing slash', async () => {
    server.answer(value('ann@example.com'))
    for (const endpoint of [server.origin, `${server.origin}/`, server.origin.toUpperCase()]) {
      const { email } = await server.client().forRequest(envelopeFor(endpoint)).read(['email'])
      expect(email).toMatchObject({ status: 'available' })
    }
    const paths = new Set(server.requests.map(({ path }) => path))
    expect([...paths]).toEqual(['/v2/accounts/~current/settings/Profile.email'])
  })

  it.each([
    'https://api.amazonalexa.com',
    'https://api.eu.amazonalexa.com',
    'https://api.fe.amazonalexa.com',
    'https://api.fe.amazon.com',
    'https://API.AmazonAlexa.com',
    'https://api.amazonalexa.com:443',
  ])('%s is an Alexa host', async (endpoint) => {
    // The aborted signal lets the endpoint be checked without sending anything to Amazon.
    const reader = server.client().forRequest(envelopeFor(endpoint))
    const { email } = await reader.read(['email'], { signal: AbortSignal.abort() })
    expect(email).toMatchObject({ failure: 'aborted', attempts: 0 })
  })

  it.each([
    ['another host', 'https://evil.test'],
    ['another host of Amazon', 'https://api.amazon.com'],
    ['a longer host', 'https://api.amazonalexa.com.evil.test'],
    ['a prefixed host', 'https://xapi.amazonalexa.com'],
    ['a subdomain', 'https://evil.api.amazonalexa.com'],
    ['a parent domain', 'https://amazonalexa.com'],
    ['a trailing dot', 'https://api.amazonalexa.com.'],
    ['a doubled dot', 'https://api..amazonalexa.com'],
    ['a Cyrillic letter', 'https://аpi.amazonalexa.com'],
    ['Punycode', 'https://xn--pi-7kc.amazonalexa.com'],
    ['fullwidth letters', 'https://ａｐｉ.amazonalexa.com'],
    ['an ideographic full stop', 'https://api。amazonalexa.com'],
    ['a soft hyphen', 'https://api.amazon\u00adalexa.com'],
    ['percent signs', 'https://api%2Eamazonalexa.com'],
    ['another port', 'https://api.amazonalexa.com:8443'],
    ['the port of http', 'https://api.amazonalexa.com:80'],
    ['an empty port', 'https://api.amazonalexa.com:'],
    ['http', 'http://api.amazonalexa.com'],
    ['http on the port of https', 'http://api.amazonalexa.com:443'],
    ['no scheme', 'api.amazonalexa.com'],
    ['no scheme but slashes', '//api.amazonalexa.com'],
    ['another scheme', 'ftp://api.amazonalexa.com'],
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['a blob', 'blob:https://api.amazonalexa.com/1'],
    ['one slash', 'https:/api.amazonalexa.com'],
    ['three slashes', 'https:///api.amazonalexa.com'],
    ['a user', 'https://ann@api.amazonalexa.com'],
    ['a user and a password', 'https://ann:secret@api.amazonalexa.com'],
    ['an empty user', 'https://@api.amazonalexa.com'],
    ['the host as a user', 'https://api.amazonalexa.com@evil.test'],
    ['the host as a user of loopback', 'https://api.amazonalexa.com@127.0.0.1'],
    ['a path', 'https://api.amazonalexa.com/v2'],
    ['a path that leads nowhere', 'https://api.amazonalexa.com/v2/..'],
    ['a dot as a path', 'https://api.amazonalexa.com/.'],
    ['two slashes at the end', 'https://api.amazonalexa.com//'],
    ['a query', 'https://api.amazonalexa.com?x'],
    ['an empty query', 'https://api.amazonalexa.com/?'],
    ['a fragment', 'https://api.amazonalexa.com#x'],
    ['a backslash', 'https://api.amazonalexa.com\\@evil.test'],
    ['backslashes for slashes', 'https:\\\\api.amazonalexa.com'],
    ['a space before', ' https://api.amazonalexa.com'],
    ['a space after', 'https://api.amazonalexa.com '],
    ['a tab inside', 'https://api.amazon\talexa.com'],
    ['a line break', 'https://api.amazonalexa.com\r\nHost: evil.test'],
    ['a NUL', 'https://api.amazonalexa.com\u0000'],
    ['a NUL and more', 'https://api.amazonalexa.com\u0000.evil.test'],
    ['nothing', ''],
    ['a blank', ' '],
    ['an address', 'https://52.94.0.1'],
    ['loopback', 'https://127.0.0.1'],
    ['loopback in disguise', 'http://0x7f.1'],
    ['the metadata service', 'http://169.254.169.254'],
    ['localhost', 'http://localhost:80'],
    ['IPv6', 'https://[::1]'],
  ])('rejects %s', async (_, endpoint) => {
    // The signal is aborted, so that nothing is sent even if this test fails.
    const signal = AbortSignal.abort()
    const reader = server.client().forRequest(envelopeFor(endpoint))
    const error = await reader.read(['email'], { signal }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'ProfileError', code: 'endpoint-not-allowed' })
    expect(String(error)).not.toContain(token)
    expect(String(error)).not.toContain('secret')
  })

  it.each(['a user', 'another name', 'another scheme', 'a path', 'a port'])(
    'rejects other spellings of an allowed server without connecting: %s',
    async (how) => {
      server.answer(value('mallory@example.com'))
      const { host, port } = new URL(server.origin)
      const endpoint = {
        'a user': `https://x@${host}`,
        'another name': `https://localhost:${port}`,
        'another scheme': `http://${host}`,
        'a path': `https://${host}/x/../`,
        'a port': `https://127.0.0.1:${Number(port) + 1}`,
      }[how]
      expect(await readEmailFrom(endpoint)).toMatchObject({ code: 'endpoint-not-allowed' })
      await wait(20)
      expect(server.connections).toBe(0)
    },
  )

  it.each([undefined, null, 1, true, {}, ['https://api.amazonalexa.com'], new URL('https://api.amazonalexa.com')])(
    'is invalid if it is not a string (%#)',
    async (endpoint) => {
      expect(await readEmailFrom(endpoint)).toMatchObject({ code: 'envelope-invalid' })
    },
  )

  it('is rejected even if no request would be sent', async () => {
    const reader = server.client().forRequest(envelopeFor('https://evil.test'))
    await expect(reader.speaker.read(['name'])).rejects.toMatchObject({ code: 'endpoint-not-allowed' })
    await expect(reader.read([])).rejects.toMatchObject({ code: 'endpoint-not-allowed' })
    const signal = AbortSignal.abort()
    await expect(reader.read(['name'], { signal })).rejects.toMatchObject({ code: 'endpoint-not-allowed' })
  })

  it('is rejected by one client even if another client allows it', async () => {
    server.client()
    const reader = createProfileClient().forRequest(envelopeFor(server.origin))
    await expect(reader.read(['email'])).rejects.toMatchObject({ code: 'endpoint-not-allowed' })
  })

  it('is checked even if the client has a custom transport', () => {
    const transport = createTransport({ allowedEndpoints: [server.origin], ca: server.ca })
    const request = { method: 'GET', headers: {}, timeoutMs: 500, silenceMs: 500, maxBodyBytes: 10 }
    for (const url of ['https://evil.test/', `https://x:y@${new URL(server.origin).host}/`]) {
      expect(() => transport.attempt({ ...request, url: new URL(url) })).toThrow(/not an Alexa host|credentials/)
    }
    transport.close()
  })
})

describe('allowedEndpoints', () => {
  it('allows any https origin, and plain http on loopback', async () => {
    const loopback = ['http://127.0.0.1:4567', 'http://127.255.0.10:4567', 'http://localhost:4567', 'http://[::1]:4567']
    for (const origin of [...loopback, 'https://api.test']) {
      const client = createProfileClient({ allowedEndpoints: [origin] })
      const { email } = await client.forRequest(envelopeFor(origin)).read(['email'], { signal: AbortSignal.abort() })
      expect(email).toMatchObject({ failure: 'aborted' })
    }
  })

  it.each([
    ['plain http elsewhere', ['http://api.test']],
    ['plain http to Alexa', ['http://api.amazonalexa.com']],
    ['plain http to a host that looks like loopback', ['http://127.0.0.1.evil.test:1']],
    ['plain http to a host that looks like localhost', ['http://localhost.evil.test']],
    ['a path', ['https://api.test/v2']],
    ['a query', ['https://api.test?x']],
    ['a user', ['https://ann@api.test']],
    ['no scheme', ['api.test']],
    ['another scheme', ['ws://127.0.0.1:1']],
    ['a wildcard', ['*']],
    ['a wildcard host', ['https://*.test/*']],
    ['nothing', ['']],
    ['a blank', [' ']],
    ['a number', [4567]],
    ['a URL object', [new URL('https://api.test')]],
    ['undefined', [undefined]],
    ['one invalid origin among valid ones', ['https://api.test', 'nonsense']],
    ['not an array', 'https://api.test'],
    ['null', null],
  ])('rejects %s', (_, allowedEndpoints) => {
    expect(() => createProfileClient({ allowedEndpoints: allowedEndpoints as string[] })).toThrow(
      expect.objectContaining({ name: 'ProfileError', code: 'option-invalid' }),
    )
  })

  it('is read once, so that later additions allow nothing', async () => {
    const list = ['https://api.test']
    const client = createProfileClient({ allowedEndpoints: list })
    list.push('https://evil.test')
    const reader = client.forRequest(envelopeFor('https://evil.test'))
    await expect(reader.read(['email'])).rejects.toMatchObject({ code: 'endpoint-not-allowed' })
  })
})

describe('loopback origin in allowedEndpoints', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it.each(['http://127.0.0.1:1', 'https://localhost:1', 'http://[::1]:1', 'http://127.1.2.3'])(
    'causes a warning in production: %s',
    async (origin) => {
      vi.stubEnv('NODE_ENV', 'production')
      const warnings = await warningsOf(() => createProfileClient({ allowedEndpoints: [origin] }))
      expect(warnings).toMatchObject([{ code: 'ALEXA_PROFILE_LOOPBACK' }])
    },
  )

  it('causes no warning elsewhere, and neither do other origins', async () => {
    vi.stubEnv('NODE_ENV', 'development')
    const loopback = () => createProfileClient({ allowedEndpoints: ['http://127.0.0.1:1'] })
    expect(await warningsOf(loopback)).toEqual([])
    vi.stubEnv('NODE_ENV', 'production')
    expect(await warningsOf(() => createProfileClient({ allowedEndpoints: ['https://api.test'] }))).toEqual([])
    expect(await warningsOf(() => createProfileClient())).toEqual([])
  })
})

describe('server certificate', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  const failed = { status: 'failed', failure: 'network', attempts: 1 }

  it('must come from a known authority', async () => {
    const { email } = await server.reader({ ca: undefined }).read(['email'])
    expect(email).toMatchObject({ ...failed, code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
    expect(server.requests).toHaveLength(0)
  })

  it('must be valid for the host', async () => {
    const elsewhere = await startTlsServer('api.amazonalexa.com')
    const { origin, ca } = elsewhere
    const reader = server.client({ allowedEndpoints: [origin], ca }).forRequest(envelopeFor(origin))
    const { email } = await reader.read(['email'])
    await elsewhere.stop()
    expect(email).toMatchObject({ ...failed, code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    expect(elsewhere.requests).toHaveLength(0)
  })

  it('is checked even if NODE_TLS_REJECT_UNAUTHORIZED=0 disables the check for other code', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    server.answer(value('ann@example.com'))
    // Proves that the variable has an effect here.
    const getUnchecked = () =>
      new Promise((resolve, reject) => {
        const agent = new https.Agent()
        https.get(server.origin, { agent }, (response) => response.resume().once('end', resolve)).once('error', reject)
      })
    await warningsOf(getUnchecked)
    expect(server.requests).toHaveLength(1)
    const { email } = await server.reader({ ca: undefined }).read(['email'])
    expect(email).toMatchObject({ ...failed, code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
    expect(server.requests).toHaveLength(1)
  })

  it('may come from any of several authorities', async () => {
    server.answer(value('ann@example.com'))
    const other = await startTlsServer()
    await other.stop()
    const { email } = await server.reader({ ca: [other.ca, server.ca] }).read(['email'])
    expect(email.status).toBe('available')
  })
})

describe('request to Alexa', () => {
  it('is a GET with the token and no body, and contains nothing else about the customer', async () => {
    server.answer(value('ann@example.com'))
    await server.reader({}, { person }).read(['email'])
    await server.reader({}, { person }).speaker.read(['name'])
    expect(server.requests).toHaveLength(2)
    for (const { method, headers, bodyBytes } of server.requests) {
      expect(method).toBe('GET')
      expect(bodyBytes).toBe(0)
      expect(headers).toEqual({
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        connection: 'keep-alive',
        host: new URL(server.origin).host,
      })
    }
  })

  it('uses the token of each envelope over one kept connection', async () => {
    server.answer(value('ann@example.com'))
    const client = server.client()
    for (const apiAccessToken of ['first', 'second']) {
      await client.forRequest(envelopeFor(server.origin, { apiAccessToken })).read(['email'])
    }
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second'])
    expect(server.connections).toBe(1)
  })

  it('ignores the proxy variables of the environment', async () => {
    const proxy = await startTlsServer()
    for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY']) vi.stubEnv(name, proxy.origin)
    try {
      server.answer(value('ann@example.com'))
      expect((await server.reader().read(['email'])).email.status).toBe('available')
      expect(proxy.connections).toBe(0)
    } finally {
      vi.unstubAllEnvs()
      await proxy.stop()
    }
  })

  it('goes through the agent that was passed, which close() leaves open', async () => {
    server.answer(value('ann@example.com'))
    const agent = new https.Agent({ ca: server.ca, keepAlive: true })
    const client = server.client({ agent, ca: undefined })
    const read = (c = client) => c.forRequest(envelopeFor(server.origin)).read(['email'])
    expect((await read()).email.status).toBe('available')
    client.close()
    expect((await read(server.client({ agent, ca: undefined }))).email.status).toBe('available')
    expect(server.connections).toBe(1)
    agent.destroy()
  })
})
