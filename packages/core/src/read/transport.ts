import type http from 'node:http'
import { systemClock as clock } from '../clock.js'
import { adoptAgent, type Connections, shareConnections } from './connection.js'
import { allowOrigins, assertAllowed, isLoopback } from './endpoint.js'
import { type ExchangeOutcome, type ExchangeRequest, exchange } from './exchange.js'

export interface TransportOptions {
  /**
   * Origins that may be sent to besides Alexa's own, such as `http://127.0.0.1:4567` for the emulator. https, or http
   * on loopback; host and port to the letter. A loopback origin is warned about when `NODE_ENV` is `production`.
   * Default: none.
   */
  readonly allowedEndpoints?: readonly string[] | undefined
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

/** Sends requests over kept connections, to allowed origins only. */
export interface Transport {
  readonly allowedOrigins: ReadonlySet<string>
  /**
   * One attempt. A GET on a kept connection that the server had closed is sent again at once on a fresh one: that is a
   * local fact, no sign of a struggling server, and a GET has no side effect. Redirects are not followed.
   *
   * @throws {ProfileError} `endpoint-not-allowed`
   */
  attempt(request: ExchangeRequest): Attempt
  close(): void
}

export interface Attempt {
  /** Settles within the request's `timeoutMs`; never rejects. */
  readonly outcome: Promise<ExchangeOutcome>
  cancel(): void
}

/** @throws {ProfileError} `option-invalid` */
export function createTransport(options: TransportOptions = {}): Transport {
  const { agent, allowedEndpoints, ca } = options
  const allowedOrigins = allowOrigins(allowedEndpoints)
  warnOfLoopback(allowedEndpoints)
  const authorities = typeof ca === 'string' ? [ca] : ca
  const adopted = agent && adoptAgent(agent)
  const shared = new Map<string, ReturnType<typeof shareConnections>>()
  let closed = false

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
    allowedOrigins,
    attempt(request) {
      assertAllowed(request.url, allowedOrigins)
      if (closed) return { outcome: Promise.resolve({ kind: 'broken', cause: 'cancelled' }), cancel() {} }
      const connections = connectionsFor(request.url)
      const startedAt = clock.now()
      let cancelled = false
      let current: Attempt | undefined

      async function send(timeoutMs: number): Promise<ExchangeOutcome> {
        const pause = connections.beforeRequest(clock)
        if (pause !== undefined) await pause
        if (cancelled || closed) return { kind: 'broken', cause: 'cancelled' }
        current = exchange({ ...request, timeoutMs }, connections.agent, clock)
        return current.outcome
      }
      async function sendAgainIfStale(): Promise<ExchangeOutcome> {
        const outcome = await send(request.timeoutMs)
        const wasKept = outcome.kind === 'broken' && ['closed-before-answer', 'silent'].includes(outcome.cause)
        // The other kept connections have most likely gone the same way.
        if (wasKept) connections.dropIdle()
        if (!wasKept || outcome.cause === 'silent' || request.method !== 'GET') return outcome
        return send(Math.max(1, request.timeoutMs - (clock.now() - startedAt)))
      }
      return {
        outcome: sendAgainIfStale(),
        cancel() {
          cancelled = true
          current?.cancel()
        },
      }
    },
    close() {
      // Retries of what is under way would open connections that nobody closes.
      closed = true
      for (const { release } of shared.values()) release()
      shared.clear()
    },
  }
}

/** An emulator's origin that is left in what goes to customers would send their tokens to whoever listens there. */
function warnOfLoopback(allowedEndpoints: readonly string[] = []): void {
  if (process.env.NODE_ENV !== 'production') return
  if (!allowedEndpoints.some((origin) => isLoopback(new URL(origin)))) return
  process.emitWarning('allowedEndpoints has a loopback origin in production; it is meant for the emulator.', {
    code: 'ALEXA_PROFILE_LOOPBACK',
  })
}
