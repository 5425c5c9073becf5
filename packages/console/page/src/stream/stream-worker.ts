import { createStreamHub, type StreamMessage } from './stream-hub.js'

/**
 * The connection of all pages of this browser. A browser opens at most six connections to a server, so with one
 * connection per page, the seventh page would hang.
 */
const hub = createStreamHub()

/** A message from a page to the worker. */
export type PageMessage = 'refresh' | 'leave'

addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports
  if (port === undefined) return
  const listener = (message: StreamMessage) => port.postMessage(message)
  port.onmessage = ({ data }: MessageEvent<PageMessage>) => {
    if (data === 'refresh') hub.refresh(listener)
    else hub.leave(listener)
  }
  hub.join(listener)
})
