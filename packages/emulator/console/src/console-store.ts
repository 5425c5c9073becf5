import { useEffect, useState } from 'preact/hooks'
import type { ConsoleEvent, ConsoleSnapshot } from '../../src/console/console-event.js'
import { type ConsoleData, nothingYet, withEarlier, withEvent, withSnapshot } from './console-data.js'
import { fetchEarlier } from './server.js'

type Listener = (data: ConsoleData) => void
type EventListener = (event: ConsoleEvent) => void

let data = nothingYet
let drawing = false
let source: EventSource | undefined
const listeners = new Set<Listener>()
const eventListeners = new Set<EventListener>()

/** Many events may come in one frame, and are drawn once. A page in the background draws nothing. */
function change(next: ConsoleData): void {
  data = next
  if (drawing) return
  drawing = true
  requestAnimationFrame(() => {
    drawing = false
    for (const listener of listeners) listener(data)
  })
}

/** Listens to the server for as long as the page is open. The browser connects again when the connection is lost. */
export function connect(): void {
  source?.close()
  source = new EventSource('/console/events')
  source.addEventListener('snapshot', ({ data: text }) => {
    change(withSnapshot(data, JSON.parse(text) as ConsoleSnapshot))
  })
  source.onmessage = ({ data: text }) => {
    const event = JSON.parse(text) as ConsoleEvent
    change(withEvent(data, event))
    for (const listener of eventListeners) listener(event)
  }
  source.onerror = () => {
    change({ ...data, connection: 'lost' })
    // a refusal ends the browser's own attempts
    if (source?.readyState === EventSource.CLOSED) setTimeout(connect, 2000)
  }
}

export function useConsole(): ConsoleData {
  const [shown, setShown] = useState(data)
  useEffect(() => {
    setShown(data)
    listeners.add(setShown)
    return () => void listeners.delete(setShown)
  }, [])
  return shown
}

/** Calls with each event as it comes: what was there before, or comes in a snapshot, is no event. */
export function useEvents(listener: EventListener): void {
  useEffect(() => {
    eventListeners.add(listener)
    return () => void eventListeners.delete(listener)
  }, [listener])
}

export async function showEarlier(): Promise<void> {
  const first = data.turns.turns[0]?.id
  if (first === undefined) return
  const page = await fetchEarlier(first)
  if (data.turns.turns[0]?.id === first) change(withEarlier(data, page))
}

/** Back to the latest turns: a snapshot has them. */
export const showLatest = connect
