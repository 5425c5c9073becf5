import { once } from 'node:events'
import { type AddressInfo, createServer, Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { readConfig } from '../src/config.js'
import { warmUp } from '../src/warm-up.js'

/** A server in the place of Alexa's, and how many connections it has. */
async function startServer() {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    onTestFinished(() => void socket.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, connections: () => connections }
}

it('opens connections while Lambda loads the function', async () => {
  const server = await startServer()
  const environment = { ALEXA_PROFILE_ENDPOINT: server.url, AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand' }
  warmUp(readConfig(environment), environment)
  await expect.poll(server.connections).toBe(3)
})

it.each(['provisioned-concurrency', undefined])('opens none where the function is %s', async (type) => {
  const server = await startServer()
  const environment = { ALEXA_PROFILE_ENDPOINT: server.url, AWS_LAMBDA_INITIALIZATION_TYPE: type }
  warmUp(readConfig(environment), environment)
  // one that is opened now comes after any that were
  const socket = new Socket().connect(Number(new URL(server.url).port), '127.0.0.1')
  await once(socket, 'connect')
  await expect.poll(server.connections).toBe(1)
})
