import type { OutgoingHttpHeaders } from 'node:http'
import type { Socket } from 'node:net'
import type { Answer } from './tls-server.js'

/** Sends a status with exactly this body. The default is `Content-Type: application/json`. */
export function status(code: number, body: string | Buffer = '', headers: OutgoingHttpHeaders = json): Answer {
  return (response) => {
    response.writeHead(code, { 'X-Amzn-RequestId': 'request-1', ...headers })
    response.end(body)
  }
}

const json = { 'Content-Type': 'application/json' }

/** Sends status 200 and a value in Alexa's format. */
export function value(content: unknown): Answer {
  return status(200, JSON.stringify(content))
}

export function forbidden(message: string): Answer {
  return status(403, JSON.stringify({ code: 'ACCESS_DENIED', message }))
}

export const notGranted = forbidden('Access denied with reason: ACCESS_NOT_REQUESTED')
export const notDeclared = forbidden('Access denied with reason: FORBIDDEN')

/** Accepts the request and never responds. */
export const silence: Answer = () => {}

/** Sends these bytes in place of an HTTP response, each part in a separate packet. */
export function bytes(...parts: readonly (string | Buffer)[]): Answer {
  return async (_, { socket }) => {
    for (const part of parts) {
      if (!socket.writable) return
      socket.write(part)
      await wait(20)
    }
  }
}

/** Sends these bytes, then ends the connection in an orderly way. */
export function bytesThenEnd(...parts: readonly (string | Buffer)[]): Answer {
  return async (response, request) => {
    await bytes(...parts)(response, request)
    request.socket.end()
  }
}

/** Sends these bytes, then resets the connection. */
export function bytesThenReset(...parts: readonly (string | Buffer)[]): Answer {
  return async (response, request) => {
    await bytes(...parts)(response, request)
    resetSocket(request.socket)
  }
}

/** Resets the connection in place of a response. */
export const reset: Answer = (_, { socket }) => resetSocket(socket)

/** Closes the connection in an orderly way in place of a response. */
export const close: Answer = (_, { socket }) => {
  socket.end()
}

export function after(delayMs: number, answer: Answer): Answer {
  return (response, request) => void setTimeout(() => answer(response, request), delayMs)
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** The TCP socket below TLS, because a reset must happen there. */
function resetSocket(socket: Socket & { _parent?: Socket }): void {
  socket._parent?.resetAndDestroy()
}
