import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import express from 'express'
import fastify, { type FastifyInstance, type preParsingAsyncHookHandler } from 'fastify'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  createExpressMiddleware,
  createFastifyHook,
  type Rejection,
  type RejectionWatcher,
  rejectionReasons,
} from '../src/index.js'
import { createAlexa, envelopeOf, setUp, signedRequest } from './support/alexa.js'
import { post, serve } from './support/local-server.js'

let alexa: Awaited<ReturnType<typeof createAlexa>>
beforeAll(async () => {
  alexa = await createAlexa()
})

const json = { 'content-type': 'application/json' }

const verifier = () => setUp(alexa.root.pem, alexa.chain, { maxBodyBytes: 10_000 }).verifier

async function startExpress(watcher?: RejectionWatcher, ...before: express.RequestHandler[]): Promise<string> {
  const app = express()
  app.use(...before, (_request, _response, next) => next())
  app.post('/alexa', createExpressMiddleware(verifier(), watcher), (request, response) => {
    response.json(request.body)
  })
  app.use(((error, _request, response, _next) => {
    response.status(500).json({ code: error.code, message: error.message })
  }) as express.ErrorRequestHandler)
  return `${(await serve(app)).origin}/alexa`
}

async function startFastify(watcher?: RejectionWatcher): Promise<string> {
  const app = fastify()
  app.post('/alexa', { preParsing: createFastifyHook(verifier(), watcher) }, async (request) => request.body)
  onTestFinished(() => app.close())
  return `${await app.listen({ port: 0, host: '127.0.0.1' })}/alexa`
}

/** A plain Node server without a framework. */
async function startNode(watcher?: RejectionWatcher): Promise<string> {
  const verify = createExpressMiddleware(verifier(), watcher)
  const { origin } = await serve((request: IncomingMessage & { body?: unknown }, response) => {
    verify(request, response, (error) => {
      if (error) response.writeHead(500)
      response.end(JSON.stringify(request.body))
    })
  })
  return `${origin}/alexa`
}

describe.each([
  ['Express', startExpress],
  ['Fastify', startFastify],
  ['node:http', startNode],
])('adapter on %s', (_, start) => {
  it('passes a signed request on, with the envelope as its body', async () => {
    const { status, body } = await post(await start(), signedRequest(alexa.leaf))
    expect([status, JSON.parse(body)]).toEqual([200, envelopeOf()])
  })

  it('answers other requests with status 400 and logs the reason', async () => {
    const rejections: Rejection[] = []
    const url = await start({ onRejected: (rejection) => void rejections.push(rejection) })
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const { 'signature-256': _, ...unsigned } = headers
    const bodies = [
      await post(url, { headers: unsigned, rawBody }),
      await post(url, { headers, rawBody: Buffer.concat([rawBody, Buffer.from(' ')]) }),
      await post(url, { headers, rawBody: Buffer.alloc(0) }),
      await post(url, signedRequest(alexa.leaf, envelopeOf({ timestamp: '2020-01-01T00:00:00Z' }))),
    ].map(({ status, body, headers: { 'content-type': type } }) => `${status} ${type?.split(';')[0]} ${body}`)

    const reasons = ['signature-missing', 'signature-mismatch', 'body-malformed', 'timestamp-too-old']
    expect(bodies).toEqual(reasons.map((reason) => `400 application/json {"reason":"${reason}"}`))
    expect(rejections.map(({ reason }) => reason)).toEqual(reasons)
  })

  it.each([
    ['application/json', 200],
    ['application/json;charset=UTF-8', 200],
    ['Application/JSON; Charset="utf-8"', 200],
    ['application/x-www-form-urlencoded', 400],
    ['text/plain', 400],
    ['text/plain; charset=application/json', 400],
    ['application/json; charset=utf-7', 400],
    ['application/json; charset=utf-16le', 400],
    ['application/json; charset=utf-8; charset=utf-7', 400],
    ['application/json, text/plain', 400],
    ['application/json-patch+json', 400],
    ['multipart/form-data; boundary=x', 400],
  ])('accepts a signed body sent as %s with status %i', async (contentType, expected) => {
    const request = signedRequest(alexa.leaf)
    const headers = { ...request.headers, 'content-type': contentType }
    const { status, body } = await post(await start(), { ...request, headers })
    expect(status).toBe(expected)
    expect(JSON.parse(body)).toEqual(expected === 200 ? envelopeOf() : { reason: 'content-type-invalid' })
  })

  it('reads a body that arrives in pieces', async () => {
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const url = new URL(await start())
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(url.port), url.hostname)
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk
      })
      socket.on('close', () => resolve(text))
      const lines = Object.entries({ ...headers, 'content-length': rawBody.length, connection: 'close' })
      socket.write(`POST /alexa HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
      const pieces = Array.from({ length: 10 }, (_, index) => rawBody.subarray(index * 100, (index + 1) * 100))
      const send = (index: number) => {
        const piece = index < 9 ? pieces[index] : rawBody.subarray(900)
        socket.write(piece ?? '', () => index < 9 && setTimeout(send, 5, index + 1))
      }
      send(0)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('reads a body of maxBodyBytes, but not a byte more, with and without a declared length', async () => {
    const url = await start()
    const spareBytes = 10_000 - Buffer.byteLength(JSON.stringify(envelopeOf({ padding: '' })))
    for (const [padding, expected] of [
      ['x'.repeat(spareBytes), 200],
      ['x'.repeat(spareBytes + 1), 400],
    ] as const) {
      const { headers, rawBody } = signedRequest(alexa.leaf, envelopeOf({ padding }))
      const declared = { 'content-length': `${rawBody.length}` }
      for (const framing of [declared, { 'transfer-encoding': 'chunked' }]) {
        const { status, body } = await post(url, { headers: { ...headers, ...framing } as typeof headers, rawBody })
        expect([status, expected === 200 || body]).toEqual([
          expected,
          expected === 200 || '{"reason":"body-too-large"}',
        ])
      }
    }
  })

  it('keeps the connection of a rejected request whose body was read', async () => {
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const rejected = await post(await start(), { headers: { ...headers, 'signature-256': 'none' }, rawBody })
    expect([rejected.status, rejected.headers.connection]).toEqual([400, 'keep-alive'])
  })

  it('does not read a body that is too long, with and without a declared length', async () => {
    const { headers } = signedRequest(alexa.leaf)
    const url = await start()
    const declared = await post(url, {
      headers: { ...headers, 'content-length': '20000' },
      rawBody: Buffer.alloc(20_000),
    })
    const chunked = { ...headers, 'transfer-encoding': 'chunked' }
    const undeclared = await post(url, { headers: chunked, rawBody: Buffer.alloc(20_000) })
    for (const { status, body, headers } of [declared, undeclared]) {
      expect([status, body, headers.connection]).toEqual([400, '{"reason":"body-too-large"}', 'close'])
    }
  })

  it('keeps working after a client disconnects in the middle of a request', async () => {
    const rejections: string[] = []
    const url = new URL(await start({ onRejected: ({ reason }) => void rejections.push(reason) }))
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const lines = Object.entries({ ...headers, 'content-length': rawBody.length, expect: '100-continue' })
    const socket = connect(Number(url.port), url.hostname)
    socket.write(`POST /alexa HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n{`)
    await once(socket, 'data') // Node has passed the request to the handler.
    socket.destroy()
    await expect.poll(() => rejections).toEqual(['body-incomplete'])
    expect((await post(url.href, signedRequest(alexa.leaf))).status).toBe(200)
  })
})

describe('adapter on Express', () => {
  it('keeps the asynchronous context of the request', async () => {
    const context = new AsyncLocalStorage<string>()
    const app = express()
    app.use((_request, _response, next) => context.run('of this request', next))
    app.post('/alexa', createExpressMiddleware(verifier()), (_request, response) => response.json(context.getStore()))
    const { body } = await post(`${(await serve(app)).origin}/alexa`, signedRequest(alexa.leaf))
    expect(JSON.parse(body)).toBe('of this request')
  })

  it('does not depend on the fake timers of a test', async () => {
    const url = await startExpress()
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'] })
    onTestFinished(() => void vi.useRealTimers())
    expect((await post(url, signedRequest(alexa.leaf))).status).toBe(200)
  })
})

it('does not depend on fake timers that were installed first', async () => {
  vi.resetModules()
  vi.stubGlobal('setImmediate', () => {})
  const { createExpressMiddleware: create } = await import('../src/index.js')
  vi.unstubAllGlobals()
  const verify = create(verifier())
  const { origin } = await serve((request, response) => verify(request, response, () => response.end()))
  expect((await post(origin, signedRequest(alexa.leaf))).status).toBe(200)
})

describe.each(['express', 'express4'])('adapter on %s, before other parsers', (version) => {
  it('passes the verified envelope on, which no later parser replaces', async () => {
    const { default: framework } = (await import(version)) as { default: typeof express }
    const app = framework()
    app.use(createExpressMiddleware(verifier()))
    app.use(framework.json(), framework.urlencoded({ extended: true }), framework.text({ type: '*/*' }))
    app.post('/alexa', (request, response) => void response.json(request.body))
    const { status, body } = await post(`${(await serve(app)).origin}/alexa`, signedRequest(alexa.leaf))
    expect([status, JSON.parse(body)]).toEqual([200, envelopeOf()])
  })
})

describe('adapter on Express, after other middleware', () => {
  it('reads a body that other middleware decodes as text', async () => {
    const url = await startExpress({}, (request, _response, next) => {
      request.setEncoding('utf8')
      next()
    })
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const request = httpRequest(url, { method: 'POST', headers })
    request.write(rawBody.subarray(0, 100))
    setTimeout(() => request.end(rawBody.subarray(100)), 50)
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    expect(response.statusCode).toBe(200)
    expect(JSON.parse(await text(response))).toEqual(envelopeOf())
  })

  it('reads a body that other middleware paused for a while', async () => {
    const url = await startExpress({}, (request, _response, next) => {
      request.pause()
      setImmediate(next)
    })
    expect((await post(url, signedRequest(alexa.leaf))).status).toBe(200)
  })

  it('ignores a request that was answered by a timeout in the meantime', async () => {
    const errors: unknown[] = []
    const app = express()
    app.use((_request, response, next) => {
      next()
      response.status(503).end()
    })
    app.post('/alexa', createExpressMiddleware(verifier()))
    app.use(((error, _request, _response, next) => {
      errors.push(error)
      next(error)
    }) as express.ErrorRequestHandler)
    const { origin } = await serve(app)
    expect((await post(`${origin}/alexa`, { headers: {}, rawBody: Buffer.from('{}') })).status).toBe(503)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(errors).toEqual([])
  })
})

describe('adapter on Express, after another parser', () => {
  it('says what to do if a parser has consumed the bytes on Express', async () => {
    const rejections: Rejection[] = []
    const onRejected = (rejection: Rejection) => void rejections.push(rejection)
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    onTestFinished(() => warn.mockRestore())
    const url = await startExpress({ onRejected }, express.json())
    for (const request of [signedRequest(alexa.leaf), { headers: json, rawBody: Buffer.from('{}') }]) {
      const { status, body } = await post(url, request)
      expect([status, JSON.parse(body)]).toEqual([
        400,
        { reason: 'body-not-raw', message: expect.stringContaining('before express.json()') },
      ])
    }
    expect(rejections.map(({ reason }) => reason)).toEqual(['body-not-raw', 'body-not-raw'])
    expect(warn.mock.calls).toEqual([[rejectionReasons['body-not-raw'], { code: 'ALEXA_PROFILE_BODY_NOT_RAW' }]])
  })

  it.each<[string, express.RequestHandler]>([
    ['express.raw()', express.raw({ type: '*/*' })],
    ['express.text()', express.text({ type: '*/*' })],
    [
      'a parser that keeps the bytes as rawBody',
      express.json({
        verify: (request, _response, bytes) => {
          Object.assign(request, { rawBody: bytes })
        },
      }),
    ],
    ['a parser for another content type', express.urlencoded()],
  ])('works with %s', async (_, parser) => {
    const url = await startExpress({}, parser)
    const { status, body } = await post(url, signedRequest(alexa.leaf))
    expect([status, JSON.parse(body)]).toEqual([200, envelopeOf()])
    const { headers, rawBody } = signedRequest(alexa.leaf)
    expect((await post(url, { headers, rawBody: Buffer.concat([rawBody, Buffer.from(' ')]) })).status).toBe(400)
  })

  it("passes the verified body on, not a parser's output from other bytes", async () => {
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const swap: express.RequestHandler = (request, _response, next) => {
      Object.assign(request, { rawBody, body: { request: { type: 'Forged' } } })
      next()
    }
    const { body } = await post(await startExpress({}, swap), { headers, rawBody: Buffer.from('{}') })
    expect(JSON.parse(body)).toEqual(envelopeOf())
  })
})

it('says what to do if the Fastify hook runs where the bytes are not available', async () => {
  const hook = createFastifyHook(verifier())
  const app = fastify()
  app.post('/alexa', { preHandler: hook as never }, async () => 'unreachable')
  onTestFinished(() => app.close())
  const response = await app.inject({ method: 'POST', url: '/alexa', payload: {} })
  expect([response.statusCode, response.json().code]).toEqual([500, 'hook-misplaced'])
})

describe('adapter on Fastify, before parsers of all kinds', () => {
  async function startWith(prepare: (app: FastifyInstance) => void): Promise<string> {
    const app = fastify()
    prepare(app)
    app.post('/alexa', { preParsing: createFastifyHook(verifier()) }, async (request) => request.body)
    onTestFinished(() => app.close())
    return `${await app.listen({ port: 0, host: '127.0.0.1' })}/alexa`
  }

  it("passes the verified envelope on, not a parser's output", async () => {
    const url = await startWith((app) => {
      app.removeAllContentTypeParsers()
      app.addContentTypeParser('*', { parseAs: 'string' }, (_request, _body, done) => done(null, { forged: true }))
    })
    const { status, body } = await post(url, signedRequest(alexa.leaf))
    expect([status, JSON.parse(body)]).toEqual([200, envelopeOf()])
  })

  it('lets a later hook of the skill replace the payload', async () => {
    const url = await startWith((app) => {
      app.addHook('preValidation', async (request) => {
        request.body = { was: request.body }
      })
    })
    const { body } = await post(url, signedRequest(alexa.leaf))
    expect(JSON.parse(body)).toEqual({ was: envelopeOf() })
  })
})

describe('adapter on Fastify, after another hook', () => {
  async function startAfter(before: preParsingAsyncHookHandler, watcher?: RejectionWatcher): Promise<string> {
    const app = fastify({ forceCloseConnections: true })
    const preParsing = [before, createFastifyHook(verifier(), watcher)]
    app.post('/alexa', { preParsing }, async (request) => request.body)
    onTestFinished(() => app.close())
    return `${await app.listen({ port: 0, host: '127.0.0.1' })}/alexa`
  }

  it('says what to do if a hook has consumed the bytes on Fastify', async () => {
    const url = await startAfter(async (_request, _reply, payload) => void (await text(payload)))
    const { status, body } = await post(url, signedRequest(alexa.leaf))
    expect([status, JSON.parse(body).reason]).toEqual([400, 'body-not-raw'])
  })

  it('ends the request if the client has disconnected in the meantime', async () => {
    const rejections: string[] = []
    const closed = async (_request: unknown, _reply: unknown, payload: NodeJS.ReadableStream) => {
      await new Promise((resolve) => payload.on('close', resolve))
    }
    const url = new URL(await startAfter(closed, { onRejected: ({ reason }) => void rejections.push(reason) }))
    const socket = connect(Number(url.port), url.hostname)
    socket.write('POST /alexa HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\n{', () => socket.destroy())
    await expect.poll(() => rejections).toEqual(['body-incomplete'])
  })
})

it.each([
  [
    'throws',
    () => {
      throw new Error('log is full')
    },
  ],
  ['rejects', () => Promise.reject(new Error('log is full'))],
])('passes the error on to the framework if onRejected %s', async (_, onRejected) => {
  const { rawBody } = signedRequest(alexa.leaf)
  const forged = { headers: {}, rawBody }
  expect(await post(await startExpress({ onRejected }), forged)).toMatchObject({ status: 500 })
  expect(await post(await startFastify({ onRejected }), forged)).toMatchObject({ status: 500 })
})
