import type http from 'node:http'
import type { Clock } from '../clock.js'
import { adoptAgent, type Connections, shareConnections } from './connection.js'
import { type ExchangeOutcome, type ExchangeRequest, exchange } from './exchange.js'

export interface TransportOptions {
  /**
   * Your own agent for https, for a proxy or mutual TLS. It keeps its own idle limits and is never closed by us.
   * Default: one agent for the process that keeps connections for 55 s.
   */
  readonly agent?: http.Agent | undefined
  /**
   * Certificate authorities to trust *instead of* Node's own, as PEM; what a local server with a certificate of its
   * own needs. Not used with `agent`. Default: Node's roots (and `NODE_EXTRA_CA_CERTS`).
   */
  readonly ca?: string | readonly string[] | undefined
}

/** Sends requests over kept connections. */
export interface Transport {
  /**
   * One attempt. A GET on a kept connection that the server had closed is sent again at once on a fresh one: that is a
   * local fact, no sign of a struggling server, and a GET has no side effect.
   */
  attempt(request: ExchangeRequest): Attempt
  close(): void
}

export interface Attempt {
  /** Settles within the request's `timeoutMs` (twice that if a connection had to be replaced); never rejects. */
  readonly outcome: Promise<ExchangeOutcome>
  cancel(): void
}

export function createTransport({ agent, ca }: TransportOptions, clock: Clock): Transport {
  const authorities = typeof ca === 'string' ? [ca] : ca
  const adopted = agent && adoptAgent(agent)
  const shared = new Map<string, ReturnType<typeof shareConnections>>()

  function connectionsFor({ protocol }: URL): Connections {
    if (adopted !== undefined && protocol === 'https:') return adopted
    let entry = shared.get(protocol)
    if (entry === undefined) {
      entry = shareConnections(protocol, authorities)
      shared.set(protocol, entry)
    }
    return entry.connections
  }

  return {
    attempt(request) {
      const connections = connectionsFor(request.url)
      let cancelled = false
      let current: Attempt | undefined

      const send = async (): Promise<ExchangeOutcome> => {
        const pause = connections.beforeRequest(clock)
        if (pause !== undefined) await pause
        if (cancelled) return { kind: 'broken', cause: 'cancelled' }
        current = exchange(request, connections.agent, clock)
        return current.outcome
      }
      const sendTwiceIfStale = async (): Promise<ExchangeOutcome> => {
        const outcome = await send()
        if (outcome.kind !== 'broken' || request.method !== 'GET') return outcome
        if (outcome.cause === 'closed-before-answer' || outcome.cause === 'silent') connections.dropIdle()
        return outcome.cause === 'closed-before-answer' ? send() : outcome
      }
      return {
        outcome: sendTwiceIfStale(),
        cancel() {
          cancelled = true
          current?.cancel()
        },
      }
    },
    close() {
      for (const { release } of shared.values()) release()
      shared.clear()
    },
  }
}
