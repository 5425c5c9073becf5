import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import http, { type RequestListener } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { Logger } from '@nestjs/common'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { gateRequests } from '../src/overload/gate-requests.js'
import { createTurnGate } from '../src/overload/turn-gate.js'

const fromAlexa = { signaturecertchainurl: 'https://s3.amazonaws.com/echo.api/cert.pem' }

beforeEach(() => {
  const warn = vi.spyOn(Logger.prototype, 'warn').mockReturnValue()
  onTestFinished(() => warn.mockRestore())
})

/** A Node server behind a gate that rejects requests with status 503. */
async function serve(listener: RequestListener, maxTurns?: number) {
  const server = http.createServer(listener)
  gateRequests(server, createTurnGate(maxTurns), (request, response) => {
    request.resume()
    response.writeHead(503).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    server,
    post: (path = '/') => fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: fromAlexa, body: '{}' }),
    /** Sends bytes and leaves the connection open. */
    async send(text: string) {
      const socket = net.connect(port, '127.0.0.1').on('error', () => {})
      onTestFinished(() => void socket.destroy())
      await once(socket, 'connect')
      socket.write(text)
      return socket
    },
  }
}

/** The bytes of a request from Alexa. */
function bytesOf(body: string, path = '/', length = body.length): string {
  const headers = `Host: localhost\r\nSignatureCertChainUrl: ${fromAlexa.signaturecertchainurl}\r\nContent-Length: ${length}`
  return `POST ${path} HTTP/1.1\r\n${headers}\r\n\r\n${body}`
}

/** Responds after the body has been read, except to requests for /hang. */
function answering(seen: (string | undefined)[] = []): RequestListener {
  return (request, response) => {
    seen.push(request.url)
    request.resume()
    if (request.url !== '/hang') request.once('end', () => response.end('Welcome.'))
  }
}

it('frees the places of pipelined turns if their connection is lost', async () => {
  const seen: (string | undefined)[] = []
  const { post, send } = await serve(answering(seen), 2)
  const socket = await send(bytesOf('{}', '/hang').repeat(5))
  await expect.poll(() => seen.length).toBeGreaterThanOrEqual(2)
  socket.destroy()
  await expect.poll(async () => (await post()).status).toBe(200)
})

it('reserves no place for a turn whose body is withheld', async () => {
  const seen: (string | undefined)[] = []
  const { post, send } = await serve(answering(seen), 1)
  const slow = await send(bytesOf('{', '/slow', 2))
  await expect.poll(() => seen).toEqual(['/slow'])
  expect((await post()).status).toBe(200)

  slow.write('}')
  const [answer] = await once(slow, 'data')
  expect(String(answer)).toContain('200 OK')
})

it('counts a turn until it ends, even if its body arrived after its headers', async () => {
  const seen: (string | undefined)[] = []
  const { post, send } = await serve(answering(seen), 1)
  const slow = await send(bytesOf('{', '/hang', 2))
  await expect.poll(() => seen).toEqual(['/hang'])
  slow.write('}')
  expect((await post()).status).toBe(503)

  slow.destroy()
  await expect.poll(async () => (await post()).status).toBe(200)
})

it('starts each turn in the asynchronous context of its request event', async () => {
  const context = new AsyncLocalStorage<string | undefined>()
  const { server, post } = await serve((request, response) => {
    request.resume()
    response.end(context.getStore())
  })
  // OpenTelemetry's instrumentation of node:http does the same.
  const emit = server.emit.bind(server) as (...emitted: readonly unknown[]) => boolean
  server.emit = (...emitted: readonly unknown[]) => {
    const [name, request] = emitted as [string, http.IncomingMessage]
    return name === 'request' ? context.run(request.url, () => emit(...emitted)) : emit(...emitted)
  }
  const paths = Array.from({ length: 8 }, (_, index) => `/${index}`)
  const answers = await Promise.all(paths.map(async (path) => (await post(path)).text()))
  expect(answers).toEqual(paths)
})

it('calls a once() listener only once', async () => {
  const server = http.createServer(answering())
  const heard = vi.fn()
  server.once('request', heard)
  gateRequests(server, createTurnGate(), () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  for (let count = 0; count < 2; count += 1) await (await fetch(url, { method: 'POST', headers: fromAlexa })).text()
  expect(heard).toHaveBeenCalledTimes(1)
})

it('closes the connection of a rejected client while the server closes', async () => {
  const seen: (string | undefined)[] = []
  const { server, post, send } = await serve(answering(seen), 1)
  await send(bytesOf('{}', '/hang'))
  await expect.poll(() => seen).toEqual(['/hang'])
  const arrives = once(server, 'request')
  const refused = post()
  await arrives
  server.close()
  const { status, headers } = await refused
  expect([status, headers.get('connection')]).toEqual([503, 'close'])
})

it('frees every place after any number of customers have left at any time', async () => {
  const { post, send } = await serve((request, response) => {
    request.resume()
    request.once('end', () => setTimeout(() => response.end('Welcome.'), Math.random() * 20))
  }, 1)
  const text = bytesOf('{}')
  for (let count = 0; count < 300; count += 1) {
    const socket = await send(text.slice(0, count % 3 === 0 ? Math.random() * text.length : undefined))
    setTimeout(() => socket.destroy(), Math.random() * 30)
  }
  await expect.poll(async () => (await post()).status).toBe(200)
})
