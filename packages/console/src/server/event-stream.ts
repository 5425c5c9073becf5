import type { ServerResponse } from 'node:http'
import type { ConsoleEvent, ConsoleSnapshot } from '../protocol/console-event.js'

/** A stream of Server-Sent Events: first a `snapshot`, then each event as it happens. */
export interface EventStream {
  /** Sends the events as this response, until the client disconnects. A client that reconnects gets a new snapshot. */
  open(response: ServerResponse): void
  send(event: ConsoleEvent): void
}

/** A client with more unread bytes is disconnected. It reconnects and starts with a snapshot. */
const maximumBacklogBytes = 8 * 1024 * 1024
const heartbeatMs = 15_000

export function createEventStream(
  snapshot: () => ConsoleSnapshot,
  headers: Readonly<Record<string, string>>,
): EventStream {
  const streams = new Set<ServerResponse>()
  return {
    open(response) {
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8' })
      streams.add(response)
      const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs)
      response.once('close', () => {
        clearInterval(heartbeat)
        streams.delete(response)
      })
      response.write(`retry: 1000\nevent: snapshot\ndata: ${JSON.stringify(snapshot())}\n\n`)
    },
    send(event) {
      if (streams.size === 0) return
      const data = `data: ${JSON.stringify(event)}\n\n`
      for (const response of streams) {
        if (response.writableLength > maximumBacklogBytes) response.destroy()
        else response.write(data)
      }
    },
  }
}
