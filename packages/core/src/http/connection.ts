import http from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'
import type { Clock } from '../base/clock.js'
import { systemClock } from '../base/clock.js'
import { processWide } from '../base/process-wide.js'
import { connectionName } from './connection-name.js'
import type { Target } from './gate.js'
import { WarmSockets } from './warm-sockets.js'

/**
 * How long an unused connection is kept. Alexa's turns are 5 to 15 s apart, so Node's default of 5 s would mean a new
 * TLS handshake in every turn. AWS load balancers close idle connections after 60 s.
 */
const idleLimitMs = 55_000

/** After a pause this short, no server has closed the connection yet. */
const freshMs = 500

/** Connections to Alexa that are kept open, and that survive being closed by the server. */
export interface Connections {
  readonly agent: http.Agent
  /**
   * Whether the last client that used them is closed, so that no request may be sent. Always false for a user's agent.
   */
  isClosed(): boolean
  /**
   * Await this before a request, unless it is undefined. It handles a close that has already arrived, and drops dead
   * sockets.
   */
  beforeRequest(target: Target, clock: Clock): Promise<void> | undefined
  /** Whether all connections allowed to a host are in use, so that requests wait. Only for our own agents. */
  hasQueue(target: Target): boolean
  /** Whether this connection was open before the current request. Only for our own agents. */
  wasKept(socket: Duplex): boolean
  /** Whether this connection was idle long enough before its current use that its path may be lost. */
  wasKeptOverPause(socket: Duplex): boolean
  /** Closes the unused connections to a host, so that the next request opens a fresh one. */
  dropIdle(target: Target): void
  /** Opens connections until there are `count` unused ones. */
  warm(target: Target, count: number): void
}

/** Connections of an agent that the user created. The age of its idle sockets is unknown. */
export function adoptAgent(agent: http.Agent): Connections {
  // Agents name their sockets `host:port:…`. Other implementations, such as proxy tunnels, may list none.
  function idleSockets({ host, port }: Target): readonly Duplex[] {
    return Object.entries(agent.freeSockets ?? {}).flatMap(([name, sockets]) =>
      name.startsWith(`${host}:${port}:`) ? (sockets ?? []) : [],
    )
  }
  return {
    agent,
    isClosed: () => false,
    beforeRequest(target, clock) {
      if (idleSockets(target).length === 0) return undefined
      return clock.afterPendingIo().then(() => {
        for (const socket of idleSockets(target)) if (!socket.writable) socket.destroy()
      })
    },
    hasQueue: () => false,
    wasKept: () => false,
    wasKeptOverPause: () => true,
    dropIdle(target) {
      for (const socket of idleSockets(target)) socket.destroy()
    },
    warm() {},
  }
}

interface SharedConnections {
  readonly connections: Connections
  close(): void
  users: number
}

/** By protocol and TLS options. */
const sharedConnections = processWide('connections/1', () => new Map<string, SharedConnections>())

/**
 * Returns the connections that all clients with the same settings share. `release` closes them after the last client.
 *
 * @param ca certificate authorities (PEM) trusted instead of Node's roots
 */
export function shareConnections(
  protocol: string,
  ca: readonly string[] | undefined,
): { connections: Connections; release(): void } {
  const key = JSON.stringify([protocol, ca])
  const shared = sharedConnections.get(key) ?? { ...openConnections(protocol, ca), users: 0 }
  sharedConnections.set(key, shared)
  shared.users += 1
  return {
    connections: shared.connections,
    release() {
      shared.users -= 1
      if (shared.users > 0) return
      sharedConnections.delete(key)
      shared.close()
    },
  }
}

/** A property of the socket, because a WeakMap costs more at each request. */
const idleSince = Symbol('idle since')

type StampedSocket = Duplex & { [idleSince]?: number }

function noteIdle(socket: StampedSocket): void {
  socket[idleSince] = systemClock.wallNow()
  socket.on('data', closeOnData)
}

function noteUse(socket: Duplex): void {
  socket.off('data', closeOnData)
}

/**
 * Closes a connection on unexpected bytes, which would pass for the response to the next request, perhaps another
 * customer's.
 */
function closeOnData(this: Duplex): void {
  this.destroy()
}

function idleMs(socket: StampedSocket, now: number): number {
  return now - (socket[idleSince] ?? now)
}

function openConnections(protocol: string, ca: readonly string[] | undefined) {
  const options: https.AgentOptions = {
    keepAlive: true,
    scheduling: 'lifo',
    maxSockets: 256,
    maxFreeSockets: 256,
    timeout: idleLimitMs,
    noDelay: true,
  }
  // Set here, so that NODE_TLS_REJECT_UNAUTHORIZED=0 cannot switch it off.
  const tls: https.AgentOptions = { rejectUnauthorized: true, ...(ca && { ca: [...ca] }) }
  const agent = protocol === 'http:' ? new http.Agent(options) : new https.Agent({ ...options, ...tls })

  // Node would build its name of all TLS options three times for each request. Within one agent, they are all the same.
  agent.getName = ({ host, port, servername }: https.RequestOptions = {}) => {
    const name = connectionName(host, port)
    return servername && servername !== host ? `${name}:${servername}` : name
  }
  const { keepSocketAlive, reuseSocket } = agent
  agent.keepSocketAlive = (socket) => {
    noteIdle(socket)
    return keepSocketAlive.call(agent, socket)
  }
  agent.reuseSocket = (socket, request) => {
    noteUse(socket)
    reuseSocket.call(agent, socket, request)
  }
  const warmSockets = new WarmSockets(agent, noteIdle, noteUse)

  /** The most recently used connection is used first. */
  function idleSockets(target: Target): readonly Duplex[] {
    const warm = warmSockets.of(target)
    const kept = agent.freeSockets[connectionName(target.host, target.port)]
    if (kept === undefined) return warm
    return warm.length === 0 ? kept : [...warm, ...kept]
  }
  let isClosed = false
  const connections: Connections = {
    agent,
    isClosed: () => isClosed,
    beforeRequest(target, clock) {
      const now = clock.wallNow()
      const idle = idleSockets(target)
      const next = idle.at(-1)
      if (next === undefined || idleMs(next, now) < freshMs) return undefined
      return clock.afterPendingIo().then(() => {
        for (const socket of [...idleSockets(target)]) {
          if (!socket.writable || idleMs(socket, now) >= idleLimitMs) socket.destroy()
        }
      })
    },
    hasQueue: ({ host, port }) => agent.requests[connectionName(host, port)] !== undefined,
    wasKept: (socket: StampedSocket) => socket[idleSince] !== undefined,
    wasKeptOverPause: (socket) => idleMs(socket, systemClock.wallNow()) >= freshMs,
    dropIdle(target) {
      for (const socket of [...idleSockets(target)]) socket.destroy()
    },
    warm(target, count) {
      warmSockets.open(target, count - idleSockets(target).length)
    },
  }
  return {
    connections,
    close() {
      isClosed = true
      agent.destroy()
      warmSockets.close()
    },
  }
}
