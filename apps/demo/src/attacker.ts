import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

export interface Attacker {
  readonly url: string
  readonly connections: number
  /** Everything that was sent to this server. */
  readonly received: string
  close(): Promise<void>
}

/** Starts a server that accepts every request. */
export async function startAttacker(): Promise<Attacker> {
  let received = ''
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      received += bytes.toString()
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connections() {
      return sockets.length
    },
    get received() {
      return received
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
