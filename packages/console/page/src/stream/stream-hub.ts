import type { ConsoleEvent, ConsoleSnapshot } from '../../../src/protocol/console-event.js'
import { type ConsoleData, nothingYet, withEvent, withSnapshot } from './console-data.js'

/** What a page gets from the stream. */
export type StreamMessage =
  /** Everything as it is now: at first, after a lost connection, and when the page asks for it. */
  | { readonly type: 'data'; readonly data: ConsoleData }
  | { readonly type: 'event'; readonly event: ConsoleEvent }
  | { readonly type: 'lost' }

export type StreamListener = (message: StreamMessage) => void

/** One connection to the server, for any number of pages. */
export interface StreamHub {
  /** Sends the listener everything as it is now, and then what happens. */
  join(listener: StreamListener): void
  leave(listener: StreamListener): void
  /** Sends the listener everything as it is now. */
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
      // the browser connects again, unless the server has rejected the request
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
