import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { createBusyResponse } from '../src/overload/busy-response.js'

/** Connects to a server that has the same response for every request, and collects what it receives. */
async function connect() {
  const server = http.createServer(createBusyResponse({})).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => {})
  onTestFinished(() => void socket.destroy())
  const heard = { text: '', answeredAt: 0, closedAt: 0 }
  socket.setEncoding('utf8').on('data', (text) => {
    heard.text += text
    heard.answeredAt = performance.now()
  })
  socket.once('close', () => {
    heard.closedAt = performance.now()
  })
  return { socket, heard }
}

const head = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n'

it('answers a client that withholds the body, and closes the connection', async () => {
  const { socket, heard } = await connect()
  socket.write(`${head}{`)
  await expect.poll(() => heard.text).toMatch(/^HTTP\/1.1 503 .*connection: close\r\n/is)
  await expect.poll(() => heard.closedAt).toBeGreaterThan(0)
})

it('lets a client that sends an endless body read the response before the connection is closed', async () => {
  const { socket, heard } = await connect()
  socket.write(head)
  const send = setInterval(() => socket.write('x'.repeat(10_000)), 1)
  onTestFinished(() => clearInterval(send))
  await expect.poll(() => heard.text).toMatch(/^HTTP\/1.1 503 .*connection: close\r\n/is)
  await expect.poll(() => heard.closedAt).toBeGreaterThan(heard.answeredAt + 500)
})
