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

/** The endpoints and connections of a client. */
export interface TransportOptions {
  /**
   * Origins that may receive tokens besides Alexa's: https, or http on loopback, with the exact host and port. A
   * loopback origin causes a warning if `NODE_ENV` is `production`. Default: none. The loopback origin in the
   * environment variable `ALEXA_PROFILE_ENDPOINT` is always allowed as well, unless `NODE_ENV` is `production`.
   */
  readonly allowedEndpoints?: readonly string[] | undefined
  /**
   * Your own https agent, for a proxy or mutual TLS. It keeps its own idle limits, and the client never closes it.
   * Default: an agent shared by the process, which keeps connections for 55 s.
   */
  readonly agent?: Agent | undefined
  /**
   * Certificate authorities to trust *instead of* Node's roots, as PEM. For a local server with its own certificate.
   * Not used with `agent`. Default: Node's roots (and `NODE_EXTRA_CA_CERTS`).
   */
  readonly ca?: string | Uint8Array | readonly (string | Uint8Array)[] | undefined
}

/** For integrations: sends requests over kept connections, to allowed origins only. */
export interface Transport {
  readonly allowedOrigins: ReadonlySet<string>
  /**
   * Sends one request. If a GET finds its kept connection gone, closed by the server or silent, it is sent again at
   * once on a fresh one. A lost connection is a local event, not a sign of a struggling server, and a GET has no side
   * effect. Redirects are not followed.
   *
   * @param totalTimeoutMs the limit for both requests together; default: `timeoutMs` for each
   * @throws {ProfileError} `endpoint-not-allowed`
   */
  attempt(request: ExchangeRequest, totalTimeoutMs?: number): Attempt
  /**
   * Opens connections until there are `connections` unused ones. Ignores failures. Does nothing with your own `agent`.
   *
   * @throws {ProfileError} `endpoint-not-allowed`
   */
  warm(origin: URL, connections: number): void
  close(): void
}

/**
 * For integrations: creates a client's connections without its reads.
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
      // Retries in progress would open connections that are never closed.
      closed = true
      for (const { release } of shared.splice(0)) release()
    },
  }
}

/** @throws {ProfileError} `option-invalid` */
function checkAgent(agent: unknown): void {
  if (agent === undefined) return
  if (isObject(agent) && 'addRequest' in agent && typeof agent.addRequest === 'function') return
  throw new ProfileError('option-invalid', 'agent must be an https.Agent, or compatible with it.')
}

/** @throws {ProfileError} `option-invalid` */
function authoritiesIn(ca: TransportOptions['ca']): readonly string[] | undefined {
  if (ca === undefined) return undefined
  const authorities: readonly unknown[] = Array.isArray(ca) ? ca : [ca]
  return authorities.map((authority) => {
    if (typeof authority === 'string') return authority
    // By name, because a Buffer of another realm (Jest's jsdom) is not an instance of this realm's class.
    if (types.isUint8Array(authority)) return Buffer.from(authority).toString()
    throw new ProfileError(
      'option-invalid',
      'ca must contain PEM certificates: a string, a Buffer, or an array of them.',
    )
  })
}

/**
 * Warns of an emulator's origin left in production, which would send customers' tokens to any program that listens
 * there.
 */
function warnOfLoopback(allowedEndpoints: readonly string[] = []): void {
  if (process.env.NODE_ENV !== 'production') return
  if (!allowedEndpoints.some((origin) => isLoopback(new URL(origin)))) return
  process.emitWarning(
    'allowedEndpoints has a loopback origin in production. Remove it: it is meant for the emulator.',
    {
      code: 'ALEXA_PROFILE_LOOPBACK',
    },
  )
}
