import { once } from 'node:events'
import { type AddressInfo, createServer, Socket } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { warmUp } from '../src/warm-up.js'

/** A server that replaces the API, as in development, and counts its connections. */
async function startServer() {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    onTestFinished(() => void socket.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  vi.stubEnv('ALEXA_PROFILE_ENDPOINT', `http://127.0.0.1:${port}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  return { port, connections: () => connections }
}

it('opens connections while Lambda loads the function', async () => {
  const server = await startServer()
  warmUp({ AWS_REGION: 'eu-west-1', AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand' })
  await expect.poll(server.connections).toBe(5)
})

it.each(['provisioned-concurrency', undefined])(
  'opens no connections if the initialization type is %s',
  async (type) => {
    const server = await startServer()
    warmUp({ AWS_REGION: 'eu-west-1', AWS_LAMBDA_INITIALIZATION_TYPE: type })
    // a connection that is opened now arrives after all earlier ones
    const socket = new Socket().connect(server.port, '127.0.0.1')
    await once(socket, 'connect')
    await expect.poll(server.connections).toBe(1)
  },
)
