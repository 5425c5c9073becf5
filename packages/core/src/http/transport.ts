import type { Agent } from 'node:http'
import { types } from 'node:util'
import { systemClock as clock } from '../base/clock.js'
import { isObject, withoutPrototype } from '../base/own.js'
import { ProfileError } from '../base/profile-error.js'
import { type Attempt, type AttemptContext, cancelledOutcome, SafeAttempt } from './attempt.js'
import { adoptAgent, type Connections, shareConnections } from './connection.js'
import { allowOrigins, isLoopback } from './endpoint.js'
import type { ExchangeRequest } from './exchange.js'
import { Gate, type Target } from './gate.js'

export interface TransportOptions {
  /**
   * Origins that may get tokens besides Alexa's own: https, or http on loopback, with the exact host and port. A loopback
   * origin causes a warning if `NODE_ENV` is `production`. Default: the loopback origin in the environment variable
   * `ALEXA_PROFILE_ENDPOINT`, unless `NODE_ENV` is `production`; that one is always allowed besides these.
   */
  readonly allowedEndpoints?: readonly string[] | undefined
  /**
   * Your own agent for https, for a proxy or mutual TLS. It keeps its own idle limits and is never closed by us.
   * Default: one agent for the process that keeps connections for 55 s.
   */
  readonly agent?: Agent | undefined
  /**
   * Certificate authorities to trust *instead of* Node's own, as PEM; what a local server with a certificate of its
   * own needs. Not used with `agent`. Default: Node's roots (and `NODE_EXTRA_CA_CERTS`).
   */
  readonly ca?: string | Uint8Array | readonly (string | Uint8Array)[] | undefined
}

/** For integrations: sends requests over kept connections, to allowed origins only. */
export interface Transport {
  readonly allowedOrigins: ReadonlySet<string>
  /**
   * One attempt. A GET on a kept connection that turns out to be gone, closed by the server or silent, is sent again at
   * once on a fresh one: that is a local fact, no sign of a struggling server, and a GET has no side effect. Redirects
   * are not followed.
   *
   * @param totalTimeoutMs for both, where there are two; default: `timeoutMs` for each
   * @throws {ProfileError} `endpoint-not-allowed`
   */
  attempt(request: ExchangeRequest, totalTimeoutMs?: number): Attempt
  /**
   * Opens connections until so many are unused; failures are silent. Does nothing with an `agent` of your own.
   *
   * @throws {ProfileError} `endpoint-not-allowed`
   */
  warm(origin: URL, connections: number): void
  close(): void
}

/**
 * For integrations: a client's connections without its reads.
 *
 * @throws {ProfileError} `option-invalid`
 */
export function createTransport(options: TransportOptions = {}): Transport {
  const { agent, allowedEndpoints, ca } = withoutPrototype(options)
  const allowedOrigins = allowOrigins(allowedEndpoints)
  warnOfLoopback(allowedEndpoints)
  checkAgent(agent)
  const authorities = authoritiesIn(ca)
  const adopted = agent && adoptAgent(agent)
  const gate = new Gate(allowedOrigins)
  const shared: ReturnType<typeof shareConnections>[] = []
  const contexts = new Map<string, AttemptContext>()
  let closed = false

  function contextFor({ protocol }: Target): AttemptContext {
    const known = contexts.get(protocol)
    if (known !== undefined) return known
    const context = { connections: connectionsFor(protocol), clock, isClosed: () => closed }
    contexts.set(protocol, context)
    return context
  }
  function connectionsFor(protocol: string): Connections {
    if (adopted !== undefined && protocol === 'https:') return adopted
    const entry = shareConnections(protocol, authorities)
    shared.push(entry)
    return entry.connections
  }

  return {
    allowedOrigins,
    attempt(request, totalTimeoutMs) {
      const target = gate.pass(request.url)
      if (closed) return { outcome: Promise.resolve(cancelledOutcome), cancel() {} }
      return new SafeAttempt(target, request, totalTimeoutMs, contextFor(target))
    },
    warm(origin, connections) {
      const target = gate.pass(origin)
      if (!closed) contextFor(target).connections.warm(target, connections)
    },
    close() {
      // Retries of what is under way would open connections that nobody closes.
      closed = true
      for (const { release } of shared.splice(0)) release()
    },
  }
}

/** @throws {ProfileError} `option-invalid` */
function checkAgent(agent: unknown): void {
  if (agent === undefined) return
  if (isObject(agent) && 'addRequest' in agent && typeof agent.addRequest === 'function') return
  throw new ProfileError('option-invalid', 'agent must be an agent of node:https, or one that works like it.')
}

/** @throws {ProfileError} `option-invalid` */
function authoritiesIn(ca: TransportOptions['ca']): readonly string[] | undefined {
  if (ca === undefined) return undefined
  const authorities: readonly unknown[] = Array.isArray(ca) ? ca : [ca]
  return authorities.map((authority) => {
    if (typeof authority === 'string') return authority
    // By its name: a Buffer of another realm (Jest's jsdom) is not an instance of this realm's class.
    if (types.isUint8Array(authority)) return Buffer.from(authority).toString()
    throw new ProfileError('option-invalid', 'ca must be certificates as PEM: a string, a Buffer, or an array of them.')
  })
}

/** A forgotten emulator's origin would send customers' tokens to any program that listens there. */
function warnOfLoopback(allowedEndpoints: readonly string[] = []): void {
  if (process.env.NODE_ENV !== 'production') return
  if (!allowedEndpoints.some((origin) => isLoopback(new URL(origin)))) return
  process.emitWarning('allowedEndpoints has a loopback origin in production; it is meant for the emulator.', {
    code: 'ALEXA_PROFILE_LOOPBACK',
  })
}
