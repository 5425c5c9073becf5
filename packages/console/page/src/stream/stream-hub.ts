import type { ConsoleEvent, ConsoleSnapshot } from '../../../src/protocol/console-event.js'
import { type ConsoleData, nothingYet, withEvent, withSnapshot } from './console-data.js'

/** A message from the stream to a page. */
export type StreamMessage =
  /** The current data: at the start, after a lost connection, and when the page requests it. */
  | { readonly type: 'data'; readonly data: ConsoleData }
  | { readonly type: 'event'; readonly event: ConsoleEvent }
  | { readonly type: 'lost' }

export type StreamListener = (message: StreamMessage) => void

/** One connection to the server, for any number of pages. */
export interface StreamHub {
  /** Sends the listener the current data, and then each event. */
  join(listener: StreamListener): void
  leave(listener: StreamListener): void
  /** Sends the listener the current data. */
  refresh(listener: StreamListener): void
}

export function createStreamHub(): StreamHub {
  const listeners = new Set<StreamListener>()
  let data = nothingYet

  function tell(message: StreamMessage): void {
    for (const listener of listeners) listener(message)
  }

  function connect(): void {
    const source = new EventSource('/console/events')
    source.addEventListener('snapshot', ({ data: text }) => {
      data = withSnapshot(data, JSON.parse(text) as ConsoleSnapshot)
      tell({ type: 'data', data })
    })
    source.onmessage = ({ data: text }) => {
      const event = JSON.parse(text) as ConsoleEvent
      data = withEvent(data, event)
      tell({ type: 'event', event })
    }
    source.onerror = () => {
      data = { ...data, connection: 'lost' }
      tell({ type: 'lost' })
      // The browser reconnects, unless the server has rejected the request.
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 2000)
    }
  }

  connect()
  return {
    join(listener) {
      listeners.add(listener)
      if (data.connection !== 'connecting') listener({ type: 'data', data })
    },
    leave: (listener) => void listeners.delete(listener),
    refresh: (listener) => listener({ type: 'data', data }),
  }
}
