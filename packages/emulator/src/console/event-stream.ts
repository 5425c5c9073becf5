import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { ConsoleEvent, ConsoleSnapshot } from './console-event.js'

/** Beyond this, a page that does not read is cut off: it connects again and starts from a snapshot. */
const maximumBacklogBytes = 8 * 1024 * 1024
const heartbeatMs = 15_000

/**
 * Server-Sent Events under `/console/events`: first a `snapshot`, then each event as it happens. Whoever connects again
 * gets a snapshot again, so nothing has to be remembered for them.
 */
export function addEventStream(
  server: FastifyInstance,
  snapshot: () => ConsoleSnapshot,
): (event: ConsoleEvent) => void {
  const streams = new Set<ServerResponse>()

  server.get('/console/events', (_, reply) => {
    const response = reply.raw
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) response.setHeader(name, value)
    }
    reply.hijack()
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    streams.add(response)
    const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs)
    response.once('close', () => {
      clearInterval(heartbeat)
      streams.delete(response)
    })
    response.write(`retry: 1000\nevent: snapshot\ndata: ${JSON.stringify(snapshot())}\n\n`)
  })

  return (event) => {
    if (streams.size === 0) return
    const data = `data: ${JSON.stringify(event)}\n\n`
    for (const response of streams) {
      if (response.writableLength > maximumBacklogBytes) response.destroy()
      else response.write(data)
    }
  }
}
