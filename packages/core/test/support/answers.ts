import type { OutgoingHttpHeaders } from 'node:http'
import type { Socket } from 'node:net'
import type { Answer } from './tls-server.js'

/** A status with a body as it is; `Content-Type: application/json` unless other headers are given. */
export function status(code: number, body: string | Buffer = '', headers: OutgoingHttpHeaders = json): Answer {
  return (response) => {
    response.writeHead(code, { 'X-Amzn-RequestId': 'request-1', ...headers })
    response.end(body)
  }
}

const json = { 'Content-Type': 'application/json' }

/** 200 with a value as Alexa sends it. */
export function value(content: unknown): Answer {
  return status(200, JSON.stringify(content))
}

export function forbidden(message: string): Answer {
  return status(403, JSON.stringify({ code: 'ACCESS_DENIED', message }))
}

export const notGranted = forbidden('Access denied with reason: ACCESS_NOT_REQUESTED')
export const notDeclared = forbidden('Access denied with reason: FORBIDDEN')

/** Takes the request and says nothing. */
export const silence: Answer = () => {}

/** Bytes of one's own in place of an HTTP answer, each part in a packet of its own. */
export function bytes(...parts: readonly (string | Buffer)[]): Answer {
  return async (_, { socket }) => {
    for (const part of parts) {
      if (!socket.writable) return
      socket.write(part)
      await wait(20)
    }
  }
}

/** Sends these bytes, then ends the connection as servers do. */
export function bytesThenEnd(...parts: readonly (string | Buffer)[]): Answer {
  return async (response, request) => {
    await bytes(...parts)(response, request)
    request.socket.end()
  }
}

/** Sends these bytes, then answers everything with RST. */
export function bytesThenReset(...parts: readonly (string | Buffer)[]): Answer {
  return async (response, request) => {
    await bytes(...parts)(response, request)
    resetSocket(request.socket)
  }
}

/** RST in place of an answer. */
export const reset: Answer = (_, { socket }) => resetSocket(socket)

/** An orderly close in place of an answer. */
export const close: Answer = (_, { socket }) => {
  socket.end()
}

export function after(delayMs: number, answer: Answer): Answer {
  return (response, request) => void setTimeout(() => answer(response, request), delayMs)
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Below TLS, where a connection that is gone is answered. */
function resetSocket(socket: Socket & { _parent?: Socket }): void {
  socket._parent?.resetAndDestroy()
}
