import { createStreamHub, type StreamMessage } from './stream-hub.js'

/**
 * The connection of all pages of this browser. A browser opens six connections to a server at most: with one for each
 * page, the seventh page would hang.
 */
const hub = createStreamHub()

/** What a page sends to the worker. */
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
