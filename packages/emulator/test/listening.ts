import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** Starts a skill that listens during one test, and returns its URL. */
export async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/skill`
}

/** A skill that listens and exchanges JSON. */
export function answering<Envelope>(skill: (envelope: Envelope) => unknown): RequestListener {
  return async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const answer = await skill(JSON.parse(Buffer.concat(chunks).toString('utf8')))
    response.setHeader('content-type', 'application/json').end(answer === undefined ? '' : JSON.stringify(answer))
  }
}
