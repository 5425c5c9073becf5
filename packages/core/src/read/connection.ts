import http from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'
import type { Clock } from '../clock.js'
import { systemClock } from '../clock.js'
import { processState } from '../process-state.js'

/**
 * How long an unused connection is kept. Alexa's turns are 5 to 15 s apart, so Node's own 5 s would mean a new TLS
 * handshake in every turn; AWS load balancers close idle connections after 60 s.
 */
const idleLimitMs = 55_000

/** After a pause this short no server has closed the connection yet. */
const freshMs = 500

/** Kept connections to Alexa, with what it takes to live through a server that closed them meanwhile. */
export interface Connections {
  readonly agent: http.Agent
  /** To be awaited before a request when defined: lets a close that already arrived be seen, and drops dead sockets. */
  beforeRequest(url: URL, clock: Clock): Promise<void> | undefined
  /** Whether this connection, in use again, had not been used for so long that its path may be lost. */
  wasKeptOverPause(socket: Duplex): boolean
  /** Closes the unused connections to a host, so that the next request opens a fresh one. */
  dropIdle(url: URL): void
}

/** Connections of an agent that the user made and owns; the age of its idle sockets is not known. */
export function adoptAgent(agent: http.Agent): Connections {
  return connectionsOf(agent, () => freshMs)
}

/**
 * Connections shared by all clients of the process that want the same; `release` closes them after the last one.
 *
 * @param ca certificate authorities (PEM) trusted instead of Node's own roots
 */
export function shareConnections(
  protocol: string,
  ca: readonly string[] | undefined,
): { connections: Connections; release(): void } {
  const key = JSON.stringify([protocol, ca])
  const shared = processState.connections.get(key) ?? { connections: openConnections(protocol, ca), users: 0 }
  processState.connections.set(key, shared)
  shared.users += 1
  return {
    connections: shared.connections,
    release() {
      shared.users -= 1
      if (shared.users > 0) return
      processState.connections.delete(key)
      shared.connections.agent.destroy()
    },
  }
}

function openConnections(protocol: string, ca: readonly string[] | undefined): Connections {
  const options: https.AgentOptions = {
    keepAlive: true,
    scheduling: 'lifo',
    maxSockets: 256,
    maxFreeSockets: 256,
    timeout: idleLimitMs,
    noDelay: true,
  }
  // rejectUnauthorized is said here, so that NODE_TLS_REJECT_UNAUTHORIZED=0 cannot switch it off.
  const tls: https.AgentOptions = { rejectUnauthorized: true, ...(ca && { ca: [...ca] }) }
  const agent = protocol === 'http:' ? new http.Agent(options) : new https.Agent({ ...options, ...tls })

  const idleSince = new WeakMap<Duplex, number>()
  const keepSocketAlive = agent.keepSocketAlive.bind(agent)
  agent.keepSocketAlive = (socket) => {
    idleSince.set(socket, systemClock.wallNow())
    return keepSocketAlive(socket)
  }
  return connectionsOf(agent, (socket, now) => now - (idleSince.get(socket) ?? now))
}

function connectionsOf(agent: http.Agent, idleMs: (socket: Duplex, now: number) => number): Connections {
  // Agents name their sockets `host:port:…`; those of other makers (proxy tunnels) may keep none to see.
  function idleSockets({ protocol, hostname, port }: URL): readonly Duplex[] {
    const host = `${hostname.replace(/^\[|\]$/g, '')}:${port || (protocol === 'https:' ? 443 : 80)}:`
    return Object.entries(agent.freeSockets ?? {}).flatMap(([name, sockets]) =>
      name.startsWith(host) ? (sockets ?? []) : [],
    )
  }
  return {
    agent,
    beforeRequest(url, clock) {
      const now = clock.wallNow()
      if (idleSockets(url).every((socket) => idleMs(socket, now) < freshMs)) return undefined
      return clock.afterPendingIo().then(() => {
        for (const socket of idleSockets(url)) {
          if (!socket.writable || idleMs(socket, now) >= idleLimitMs) socket.destroy()
        }
      })
    },
    wasKeptOverPause: (socket) => idleMs(socket, systemClock.wallNow()) >= freshMs,
    dropIdle(url) {
      for (const socket of idleSockets(url)) socket.destroy()
    },
  }
}
