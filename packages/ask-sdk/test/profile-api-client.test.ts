import { createServer, type RequestListener } from 'node:http'
import { Agent } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { isProfileError } from '@alexa-profile/core'
import { type SituationName, startEmulator } from '@alexa-profile/emulator'
import { services } from 'ask-sdk-model'
import { services as oldestServices } from 'ask-sdk-model-oldest'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ProfileApiClient, type ProfileApiClientOptions } from '../src/index.js'

async function serve(listener: RequestListener) {
  const server = createServer({ keepAliveTimeout: 60_000 }, listener)
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket) => {
    connections += 1
    sockets.add(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sockets,
    connections: () => connections,
  }
}

function apiClient(url: string, options: ProfileApiClientOptions = {}): ProfileApiClient {
  const client = new ProfileApiClient({ allowedEndpoints: [url], ...options })
  onTestFinished(() => client.close())
  return client
}

function upsClient(url: string, options: ProfileApiClientOptions = {}): services.ups.UpsServiceClient {
  const configuration = { apiClient: apiClient(url, options), apiEndpoint: url, authorizationValue: 'secret-token' }
  return new services.ups.UpsServiceClient(configuration)
}

async function rejectionOf(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  return promise.then(
    () => expect.fail('it resolved'),
    (error) => error,
  )
}

describe('UpsServiceClient over ProfileApiClient', () => {
  for (const [version, { ups }] of Object.entries({ newest: services, oldest: oldestServices })) {
    it(`reads all fields with the ${version} ask-sdk-model`, async () => {
      const emulator = await startEmulator()
      onTestFinished(() => emulator.close())
      emulator.customer.grantAll()
      const { apiEndpoint, apiAccessToken } = emulator.envelope().context.System
      const client = new ups.UpsServiceClient({
        apiClient: apiClient(emulator.url),
        apiEndpoint,
        authorizationValue: apiAccessToken,
      })

      expect(await client.getProfileName()).toBe('Ann Example')
      expect(await client.getProfileGivenName()).toBe('Ann')
      expect(await client.getProfileEmail()).toBe('ann@example.com')
      expect(await client.getProfileMobileNumber()).toEqual({ countryCode: '+1', phoneNumber: '2065550100' })
      emulator.customer.clear('email')
      expect(await client.getProfileEmail()).toBeUndefined()
    })
  }

  it.each([
    ['throttled', 429],
    ['token-invalid', 401],
    ['blocked', 403],
    ['server-error', 500],
    ['redirecting', 302],
  ] as [SituationName, number][])(
    'rejects with a ServiceError that has the status in the situation %s',
    async (situation, status) => {
      const emulator = await startEmulator()
      onTestFinished(() => emulator.close())
      emulator.situation(situation)

      expect(await rejectionOf(upsClient(emulator.url).getProfileEmail())).toMatchObject({
        name: 'ServiceError',
        statusCode: status,
      })
    },
  )

  it.each(['silent', 'endless-body'] as const)(
    'rejects within its time limit in the situation %s',
    async (situation) => {
      const emulator = await startEmulator()
      onTestFinished(() => emulator.close())
      emulator.situation(situation)
      const startedAt = performance.now()

      const error = await rejectionOf(upsClient(emulator.url, { timeoutMs: 300 }).getProfileEmail())

      expect(performance.now() - startedAt).toBeLessThan(5500) // Without its limit it would take 6 s.
      expect(error).toMatchObject({ name: 'AskSdk.ProfileApiClient Error', code: 'ETIMEDOUT' })
      expect(error.message).toContain('within 300 ms. (ETIMEDOUT)')
    },
  )

  it.each(['resetting', 'resetting-mid-body'] as const)(
    'rejects with the failure code in the situation %s',
    async (situation) => {
      const emulator = await startEmulator()
      onTestFinished(() => emulator.close())
      emulator.situation(situation)

      expect(await rejectionOf(upsClient(emulator.url).getProfileEmail())).toMatchObject({
        name: 'AskSdk.ProfileApiClient Error',
        code: 'ECONNRESET',
        message: expect.stringMatching(/connection.*\(ECONNRESET\)$/),
      })
    },
  )

  it('does not report a failure without a code as a timeout', async () => {
    const agent = new Agent()
    agent.createConnection = () => {
      throw new Error('The proxy said no to secret-token.')
    }
    const error = await rejectionOf(upsClient('https://api.amazonalexa.com', { agent }).getProfileEmail())
    expect(error).toMatchObject({ name: 'AskSdk.ProfileApiClient Error', code: 'ERR_NETWORK' })
    expect(error.message).not.toContain('secret-token')
    expect(error.message).toMatch(/connection.*\(ERR_NETWORK\)$/)
  })

  it('reports that it was closed during a call', async () => {
    const { url } = await serve(() => {})
    const client = apiClient(url)
    const call = client.invoke({ url, method: 'GET', headers: [] })
    setTimeout(() => client.close(), 50)
    const error = await rejectionOf(call)
    expect(error).toMatchObject({ code: 'ERR_CLIENT_CLOSED', message: expect.stringContaining('closed') })
  })

  it('quotes nothing from an invalid body in the error', async () => {
    const { url } = await serve((_, response) => response.end('"ann@example.com'))

    const error = await rejectionOf(upsClient(url).getProfileEmail())

    expect(error).toMatchObject({ name: 'AskSdk.ProfileApiClient Error', code: 'ERR_INVALID_RESPONSE' })
    expect(`${error.message}${error.stack}`).not.toContain('ann@')
  })

  it('keeps the status of an error response with invalid JSON', async () => {
    const { url } = await serve((_, response) => response.writeHead(403).end('{"message": "Access de'))

    expect(await rejectionOf(upsClient(url).getProfileEmail())).toMatchObject({ name: 'ServiceError', statusCode: 403 })
  })

  it('joins characters that arrive in pieces and skips a byte order mark', async () => {
    const { url } = await serve(async (_, response) => {
      for (const byte of Buffer.from('\ufeff"Jörg 田"')) {
        response.write(Buffer.of(byte))
        await new Promise(setImmediate)
      }
      response.end()
    })

    expect(await upsClient(url).getProfileName()).toBe('Jörg 田')
  })
})

describe('ProfileApiClient', () => {
  it('sends method, headers and body unchanged and returns all headers', async () => {
    const received: unknown[] = []
    const { url } = await serve((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        received.push(request.method, request.url, request.headers['x-twice'], body)
        response.setHeader('Set-Cookie', ['a=1', 'b=2'])
        response.writeHead(201).end('{"ok":true}')
      })
    })
    const headers = [
      { key: 'x-twice', value: 'one' },
      { key: 'x-twice', value: 'two' },
    ]

    const response = await apiClient(url).invoke({
      url: `${url}/v1/x?y=1`,
      method: 'POST',
      headers,
      body: '{"text":"ä"}',
    })

    expect(received).toEqual(['POST', '/v1/x?y=1', 'one, two', '{"text":"ä"}'])
    expect(response).toMatchObject({ statusCode: 201, body: '{"ok":true}' })
    expect(response.headers).toEqual(
      expect.arrayContaining([
        { key: 'set-cookie', value: 'a=1' },
        { key: 'set-cookie', value: 'b=2' },
      ]),
    )
  })

  it('reuses its connection and repeats a GET on a new one if the server has closed it', async () => {
    let hangUp = false
    const { url, connections } = await serve((request, response) => {
      if (!hangUp) return response.end('"ok"')
      hangUp = false
      return request.socket.resetAndDestroy()
    })
    const client = apiClient(url)
    const get = () => client.invoke({ url: `${url}/x`, method: 'GET', headers: [] })

    await get()
    await get()
    expect(connections()).toBe(1)
    hangUp = true
    expect(await get()).toMatchObject({ statusCode: 200, body: '"ok"' })
    expect(connections()).toBe(2)
  })

  it('never sends a POST twice', async () => {
    let posts = 0
    const { url } = await serve((request, response) => {
      if (request.method === 'GET') return response.end('"ok"')
      posts += 1
      return request.socket.resetAndDestroy()
    })
    const client = apiClient(url)
    await client.invoke({ url, method: 'GET', headers: [] })

    const error = await rejectionOf(client.invoke({ url, method: 'POST', headers: [], body: '{}' }))

    expect(error).toMatchObject({ name: 'AskSdk.ProfileApiClient Error', code: 'ECONNRESET' })
    expect(error.message).toContain('lost')
    expect(posts).toBe(1)
  })

  it('repeats a GET if the connection was lost during a pause, and reports the loss for a POST', async () => {
    let silent = false
    const { url } = await serve((_, response) => {
      if (silent) silent = false
      else response.end('"ok"')
    })
    const other = await serve(({ method }, response) => method === 'GET' && response.end('"ok"'))
    const [client, hasty] = [apiClient(url), apiClient(other.url, { timeoutMs: 900 })]
    const get = () => client.invoke({ url, method: 'GET', headers: [] })
    await Promise.all([get(), hasty.invoke({ url: other.url, method: 'GET', headers: [] })])
    await new Promise((resolve) => setTimeout(resolve, 600))

    const lost = await rejectionOf(hasty.invoke({ url: other.url, method: 'POST', headers: [], body: '{}' }))
    expect(lost).toMatchObject({ code: 'ETIMEDOUT', message: expect.stringContaining('lost') })
    silent = true
    expect(await get()).toMatchObject({ statusCode: 200 })
  })

  it('rejects a response of more than 6 MB', async () => {
    const limit = 6 * 1024 * 1024
    let length = limit + 1
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).end(Buffer.alloc(length, 'a'))
    })
    const get = () => apiClient(url).invoke({ url, method: 'GET', headers: [] })

    const error = await rejectionOf(get())

    expect(error).toMatchObject({ name: 'AskSdk.ProfileApiClient Error', code: 'ERR_INVALID_RESPONSE' })
    expect(error.message).toContain(`longer than ${limit} bytes`)
    length = limit
    expect((await get()).body).toHaveLength(limit)
  })

  it('reports a response that is not HTTP', async () => {
    const { url, sockets } = await serve(() => {
      for (const socket of sockets) socket.end('nonsense\r\n\r\n')
    })
    const error = await rejectionOf(apiClient(url).invoke({ url, method: 'GET', headers: [] }))
    expect(error.code).toMatch(/^HPE_/)
    expect(error.message).toContain('not HTTP')
  })

  it('accepts text that is not declared as JSON and rejects invalid JSON', async () => {
    let status = 200
    let contentType: string | undefined
    const { url } = await serve((_, response) => {
      if (contentType !== undefined) response.setHeader('Content-Type', contentType)
      response.writeHead(status).end('{"name": "Ann')
    })
    const client = apiClient(url)
    const get = () => client.invoke({ url, method: 'GET', headers: [] })

    for (contentType of [undefined, 'application/json', 'application/json; charset=utf-8']) {
      status = 299
      const error = await rejectionOf(get())
      expect(error).toMatchObject({ code: 'ERR_INVALID_RESPONSE', message: expect.stringContaining('JSON') })
      status = 300
      expect(await get()).toMatchObject({ statusCode: 300, body: '' })
    }
    contentType = 'text/plain'
    expect(await get()).toMatchObject({ statusCode: 300, body: '{"name": "Ann' })
  })

  it.each([
    'http://127.0.0.1:1/v1',
    'https://api.amazonalexa.com.evil.test/v1',
    'http://api.amazonalexa.com/v1',
    'https://user:secret@api.amazonalexa.com/v1',
    'https://api.amazonalexa.com:8443/v1',
    'not a url',
    '',
  ])('sends nothing to %s', async (url) => {
    const headers = [{ key: 'authorization', value: 'Bearer secret-token' }]

    const error = await rejectionOf(new ProfileApiClient().invoke({ url, method: 'GET', headers }))

    expect(isProfileError(error, 'endpoint-not-allowed')).toBe(true)
    expect(error.message).toMatch(/^\S.{20,}\.$/)
    expect(`${error.message}${error.stack}`).not.toContain('secret')
  })

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])('rejects a timeoutMs of %s', (timeoutMs) => {
    const wrong = () => new ProfileApiClient({ timeoutMs })
    expect(wrong).toThrow(expect.objectContaining({ code: 'option-invalid' }))
    expect(wrong).toThrow('timeoutMs')
  })

  it('accepts the longest time that timers support', () => {
    new ProfileApiClient({ timeoutMs: 2 ** 31 - 1 }).close()
  })
})
