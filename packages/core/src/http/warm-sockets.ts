import type http from 'node:http'
import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Target } from './gate.js'

/** What an agent is asked to connect to, and what it gives. */
type CreateConnection = http.Agent['createConnection']

/** `options` is missing in Node's types of `http.Agent`. */
type AgentWithOptions = http.Agent & { readonly options?: http.AgentOptions }

/** Node's types give a stream; what agents make are sockets. */
type Connecting = Duplex & { ref(): void; unref(): void }

/**
 * Connections that were opened before there was a request for them. The agent gets them where it would open its own, by
 * the one hook that Node documents for it.
 */
export class WarmSockets {
  /** By the names that the agent gives them. */
  readonly #unused = new Map<string, Connecting[]>()
  readonly #agent: AgentWithOptions
  readonly #connect: CreateConnection
  readonly #onOpen: (socket: Duplex) => void
  readonly #onUse: (socket: Duplex) => void

  /** @param onOpen called with what is open and unused yet */
  constructor(agent: AgentWithOptions, onOpen: (socket: Duplex) => void, onUse: (socket: Duplex) => void) {
    this.#agent = agent
    this.#onOpen = onOpen
    this.#onUse = onUse
    this.#connect = agent.createConnection.bind(agent)
    // Without the callback that comes along, as the connection is given back at once: from Node 22 on, the connection
    // would keep it for as long as it is open, and with it the request that it was opened for, and its token.
    agent.createConnection = (options) => this.#take(options) ?? this.#connect(options)
  }

  of({ host, port }: Target): readonly Duplex[] {
    return this.#unused.size === 0 ? none : (this.#unused.get(`${host}:${port}`) ?? none)
  }

  /** Failures are silent: the request that would have used the connection opens its own, and tells. */
  open({ protocol, host, port }: Target, count: number): void {
    const unused = this.#unused.get(`${host}:${port}`) ?? []
    this.#unused.set(`${host}:${port}`, unused)
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
