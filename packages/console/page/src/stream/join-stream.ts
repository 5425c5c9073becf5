import { createStreamHub, type StreamListener, type StreamMessage } from './stream-hub.js'
import type { PageMessage } from './stream-worker.js'

/** A page's part of the stream. */
export interface JoinedStream {
  /** Requests the current data. */
  refresh(): void
}

/** The page's policy for Trusted Types allows only this script. */
const workerUrl = '/console/stream-worker.js'

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(url: string): string }
}

/** Joins the connection that all pages share. Without shared workers, as on some phones, the page has its own connection. */
export function joinStream(listener: StreamListener): JoinedStream {
  try {
    return joinWorker(listener)
  } catch {
    return joinHub(listener)
  }
}

function joinWorker(listener: StreamListener): JoinedStream {
  const worker = new SharedWorker(trustedWorkerUrl(), { type: 'module', name: 'alexa-console' })
  const { port } = worker
  const send = (message: PageMessage) => port.postMessage(message)
  let joined: JoinedStream = { refresh: () => send('refresh') }
  port.onmessage = ({ data }: MessageEvent<StreamMessage>) => listener(data)
  worker.onerror = () => {
    joined = joinHub(listener)
  }
  addEventListener('pagehide', () => send('leave'))
  // After a return from the back/forward cache, the worker may not exist any more.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
  return { refresh: () => joined.refresh() }
}

function joinHub(listener: StreamListener): JoinedStream {
  const hub = createStreamHub()
  hub.join(listener)
  return { refresh: () => hub.refresh(listener) }
}

function trustedWorkerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('console-worker', { createScriptURL: () => workerUrl })
  return policy?.createScriptURL(workerUrl) ?? workerUrl
}
