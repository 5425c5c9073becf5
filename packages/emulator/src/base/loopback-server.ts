import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { createServerCertificate } from './certificate.js'
import { checkedPort, portUnavailable } from './port.js'

export interface LoopbackServer {
  readonly url: string
  readonly certificateAuthority: string | undefined
  /** Sends a TCP reset instead of a response. */
  reset(request: IncomingMessage): void
  /** Stops listening and closes all connections. */
  close(): Promise<void>
}

/**
 * Serves HTTP, or HTTPS with its own certificate, on 127.0.0.1.
 *
 * @throws {EmulatorError} `option-invalid`, `port-unavailable`
 */
export async function startLoopbackServer(
  { port, https }: { port: number; https: boolean },
  handle: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<LoopbackServer> {
  checkedPort(port)
  const certificate = https ? await createServerCertificate() : undefined
  // With TLS, a request's socket cannot be reset, only the TCP socket below it. The two share the client's port.
  const sockets = new Map<number | undefined, Socket>()
  const listener: RequestListener = async (request, response) => {
    try {
      await handle(request, response)
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error))
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'content-length': 0 }).end()
    }
  }
  const server = certificate
    ? createHttpsServer({ key: certificate.privateKey, cert: certificate.certificate }, listener)
    : createHttpServer(listener)
  // Node announces its default of 5 s in `Keep-Alive: timeout=5`, which makes clients drop connections they could reuse
  server.keepAliveTimeout = 60_000
  server.on('connection', (socket: Socket) => {
    const { remotePort } = socket
    sockets.set(remotePort, socket)
    socket.once('close', () => {
      if (sockets.get(remotePort) === socket) sockets.delete(remotePort)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(portUnavailable(port, cause)))
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address() as AddressInfo
  return {
    url: `${https ? 'https' : 'http'}://127.0.0.1:${address.port}`,
    certificateAuthority: certificate?.authority,
    reset: ({ socket }) => void sockets.get(socket.remotePort)?.resetAndDestroy(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets.values()) socket.destroy()
      }),
  }
}
