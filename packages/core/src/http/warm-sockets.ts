import type http from 'node:http'
import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { connectionName } from './connection-name.js'
import type { Target } from './gate.js'

/** The function with which an agent opens a connection. */
type CreateConnection = http.Agent['createConnection']

/** Node's types of `http.Agent` lack `options`. */
type AgentWithOptions = http.Agent & { readonly options?: http.AgentOptions }

/** Node's types return a stream, but agents create sockets. */
type Connecting = Duplex & { ref(): void; unref(): void }

/**
 * Connections opened before a request needs them. The agent takes them where it would open a new one, through the only
 * hook that Node documents for this.
 */
export class WarmSockets {
  /** The unused connections, by the agent's name for them. */
  readonly #unused = new Map<string, Connecting[]>()
  readonly #agent: AgentWithOptions
  readonly #connect: CreateConnection
  readonly #onOpen: (socket: Duplex) => void
  readonly #onUse: (socket: Duplex) => void

  /** @param onOpen called with a connection that is open and unused */
  constructor(agent: AgentWithOptions, onOpen: (socket: Duplex) => void, onUse: (socket: Duplex) => void) {
    this.#agent = agent
    this.#onOpen = onOpen
    this.#onUse = onUse
    this.#connect = agent.createConnection.bind(agent)
    // Without the callback parameter, because the connection is returned at once. From Node 22 on, the connection would
    // keep the callback while it is open, and with it the first request and its token.
    agent.createConnection = (options) => this.#take(options) ?? this.#connect(options)
  }

  of({ host, port }: Target): readonly Duplex[] {
    return this.#unused.get(connectionName(host, port)) ?? none
  }

  /**
   * Opens connections, and ignores failures. The request that would have used the connection opens its own and reports
   * the failure.
   */
  open({ protocol, host, port }: Target, count: number): void {
    const name = connectionName(host, port)
    const unused = this.#unused.get(name) ?? []
    this.#unused.set(name, unused)
    const options = { ...this.#agent.options, host, port, servername: isIP(host) ? '' : host }
    for (let opened = 0; opened < count; opened += 1) {
      const socket = this.#connect(options) as Connecting
      unused.push(socket)
      socket.unref()
      socket.once(
        protocol === 'https:' ? 'secureConnect' : 'connect',
        () => unused.includes(socket) && this.#onOpen(socket),
      )
      socket.on('error', () => {})
      socket.on('timeout', socket.destroy)
      socket.once('close', () => forget(socket, unused))
    }
  }

  close(): void {
    for (const sockets of this.#unused.values()) for (const socket of [...sockets]) socket.destroy()
  }

  #take(options: Parameters<CreateConnection>[0]): Duplex | undefined {
    const unused = this.#unused.get(this.#agent.getName(options))
    const socket = unused?.findLast(({ writable, destroyed }) => writable && !destroyed)
    if (unused === undefined || socket === undefined) return undefined
    forget(socket, unused)
    this.#onUse(socket)
    socket.off('timeout', socket.destroy)
    socket.ref()
    return socket
  }
}

const none: readonly Duplex[] = []

function forget(socket: Connecting, unused: Connecting[]): void {
  const index = unused.indexOf(socket)
  if (index >= 0) unused.splice(index, 1)
}
