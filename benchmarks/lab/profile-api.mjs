import tls from 'node:tls'

/**
 * @import { AddressInfo } from 'node:net'
 * @import { Certificate } from './certificate.mjs'
 *
 * @typedef {object} ProfileApi
 * @property {number} port
 * @property {ReadonlySet<tls.TLSSocket>} connections open ones
 * @property {() => void} stop
 */

/**
 * Starts a profile API that costs almost nothing, so that only the clients are measured. It keeps connections for ever,
 * and answers requests on them in order.
 *
 * @param {Certificate} certificate
 * @param {(path: string, socket: tls.TLSSocket, request: string) => void} answer
 * @returns {Promise<ProfileApi>}
 */
export async function startProfileApi({ cert, key }, answer) {
  /** @type {Set<tls.TLSSocket>} */
  const connections = new Set()
  const server = tls.createServer({ cert, key, noDelay: true }, (socket) => {
    connections.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => connections.delete(socket))
    let received = ''
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1')
      for (let end = received.indexOf('\r\n\r\n'); end >= 0; end = received.indexOf('\r\n\r\n')) {
        const request = received.slice(0, end)
        received = received.slice(end + 4)
        answer(request.split(' ', 2)[1] ?? '', socket, request)
      }
    })
  })
  server.on('tlsClientError', () => {})
  await new Promise((resolve) => server.listen(0, '127.0.0.1', 1024, () => resolve(undefined)))
  return {
    port: /** @type {AddressInfo} */ (server.address()).port,
    connections,
    stop() {
      for (const socket of connections) socket.destroy()
      server.close()
    },
  }
}

/**
 * @param {string} body
 * @param {string} [status]
 * @param {string} [headers] each with its CRLF
 */
export function answerOf(body, status = '200 OK', headers = '') {
  const length = Buffer.byteLength(body)
  return `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\n${headers}Content-Length: ${length}\r\n\r\n${body}`
}
