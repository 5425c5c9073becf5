import { useEffect, useState } from 'preact/hooks'
import type { ConsoleEvent } from '../../../src/protocol/console-event.js'
import { fetchEarlier } from '../server.js'
import { type ConsoleData, nothingYet, withEarlier, withEvent } from './console-data.js'
import { type JoinedStream, joinStream } from './join-stream.js'

type Listener = (data: ConsoleData) => void
type EventListener = (event: ConsoleEvent) => void

let data = nothingYet
let drawing = false
let stream: JoinedStream | undefined
const listeners = new Set<Listener>()
const eventListeners = new Set<EventListener>()

/** Renders once per frame for any number of events. A page in the background renders nothing. */
function change(next: ConsoleData): void {
  data = next
  if (drawing) return
  drawing = true
  requestAnimationFrame(() => {
    drawing = false
    for (const listener of listeners) listener(data)
  })
}

/** Connects to the console, and follows its events while the page is open. */
export function connect(): void {
  stream = joinStream((message) => {
    if (message.type === 'data') return change(message.data)
    if (message.type === 'lost') return change({ ...data, connection: 'lost' })
    change(withEvent(data, message.event))
    for (const listener of eventListeners) listener(message.event)
  })
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

/** Calls the listener with each event as it happens, and not for the state at the start. */
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

/** Shows the latest turns again. */
export function showLatest(): void {
  stream?.refresh()
}
