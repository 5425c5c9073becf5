import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import { createServerCertificate } from './certificate.js'
import { checkedPort, portUnavailable } from './port.js'

export interface LoopbackServer {
  readonly url: string
  readonly certificateAuthority: string | undefined
  close(): Promise<void>
}

/** Takes a request that is its own, and says so; all others are the API's. */
export type RequestClaim = (request: IncomingMessage, response: ServerResponse) => boolean

/** Sends a TCP reset in place of an answer. */
export type Reset = (request: IncomingMessage) => void

/**
 * Serves on 127.0.0.1 what `addRoutes` adds, but for the requests that `also` claims.
 *
 * @throws {EmulatorError} `option-invalid`, `port-unavailable`
 */
export async function startLoopbackServer(
  { port, https, also }: { port: number; https: boolean; also?: RequestClaim | undefined },
  addRoutes: (server: FastifyInstance, reset: Reset) => void,
): Promise<LoopbackServer> {
  checkedPort(port)
  const certificate = https ? await createServerCertificate() : undefined
  // Under TLS a request's socket cannot be reset, only the TCP socket below it; the two share the client's port.
  const sockets = new Map<number | undefined, Socket>()
  const server = fastify({
    exposeHeadRoutes: false,
    serverFactory(handle) {
      const handler: RequestListener = (request, response) => {
        if (!also?.(request, response)) handle(request, response)
      }
      const listener: Server = certificate
        ? createHttpsServer({ key: certificate.privateKey, cert: certificate.certificate }, handler)
        : createHttpServer(handler)
      // Node's default of 5 s is announced in `Keep-Alive: timeout=5` and makes clients drop connections they could reuse
      listener.keepAliveTimeout = 60_000
      return listener.on('connection', (socket: Socket) => {
        const { remotePort } = socket
        sockets.set(remotePort, socket)
        socket.once('close', () => {
          if (sockets.get(remotePort) === socket) sockets.delete(remotePort)
        })
      })
    },
  })
  addRoutes(server, ({ socket }) => void sockets.get(socket.remotePort)?.resetAndDestroy())
  try {
    await server.listen({ host: '127.0.0.1', port })
  } catch (cause) {
    throw portUnavailable(port, cause)
  }
  const address = server.server.address() as AddressInfo
  return {
    url: `${https ? 'https' : 'http'}://127.0.0.1:${address.port}`,
    certificateAuthority: certificate?.authority,
    async close() {
      const closed = server.close()
      for (const socket of sockets.values()) socket.destroy()
      await closed
    },
  }
}
