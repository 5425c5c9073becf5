import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A profile API that returns a name for every request and counts the requests. */
export async function serveNames() {
  let connections = 0
  let requests = 0
  const server = createServer((_, response) => {
    requests += 1
    response.setHeader('Content-Type', 'application/json').end('"Ann"')
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts: () => ({ connections, requests }),
  }
}
