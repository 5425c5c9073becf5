import { randomBytes } from 'node:crypto'
import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** @import { Ending, Fault } from './fault-list.mjs' */

/** Long enough for the client to read what was sent, because a reset discards the rest. */
const arrivalMs = 25

/**
 * A connection of a client, as the proxy sees it.
 *
 * @typedef {object} Connection
 * @property {net.Socket} client
 * @property {net.Socket} [upstream]
 * @property {boolean} struck whether a fault has occurred here, so that the client should close it
 * @property {boolean} cutOff whether the server's bytes no longer get through
 */

/**
 * Starts a TCP proxy on 127.0.0.1 that can break each connection, even below TLS.
 *
 * @param {number} upstreamPort
 * @param {(at: Fault['at']) => Fault | undefined} strike the fault to strike with here, if there is one
 */
export async function startBreakingProxy(upstreamPort, strike) {
  /** @type {Set<Connection>} */
  const open = new Set()
  const server = net.createServer((client) => {
    /** @type {Connection} */
    const connection = { client, struck: false, cutOff: false }
    open.add(connection)
    client.on('error', () => {})
    client.on('close', () => {
      open.delete(connection)
      connection.upstream?.destroy()
    })
    const fault = strike('accept')
    if (fault !== undefined) return breakOff(connection, fault.ending)
    join(connection, strike('handshake'))
  })
  const port = await listen(server, 0)

  /**
   * @param {Connection} connection
   * @param {Fault | undefined} fault
   */
  function join(connection, fault) {
    const { client } = connection
    const upstream = net.connect(upstreamPort, '127.0.0.1')
    connection.upstream = upstream
    client.pipe(upstream)
    upstream.on('error', () => client.destroy())
    upstream.on('end', () => client.end())
    let left = fault?.afterBytes ?? Number.POSITIVE_INFINITY
    upstream.on('data', (chunk) => {
      if (connection.cutOff) return
      client.write(chunk.subarray(0, left))
      left -= chunk.length
      if (left <= 0 && fault !== undefined) breakOff(connection, fault.ending, chunk.subarray(left || chunk.length))
    })
  }

  /**
   * Continues below TLS with the fault's ending, without the server's bytes.
   *
   * @param {Connection} connection
   * @param {Ending} ending
   * @param {Uint8Array} [rest]
   */
  async function breakOff(connection, ending, rest = Buffer.alloc(0)) {
    const { client } = connection
    connection.struck = true
    connection.cutOff = true
    client.resume()
    await wait(arrivalMs)
    if (ending === 'reset') client.resetAndDestroy()
    else if (ending === 'end' || ending === 'cut') client.end()
    else if (ending === 'garbage') client.write(randomBytes(300))
    else if (ending === 'drip') {
      const dripping = setInterval(() => client.writable && client.write(rest.subarray(0, 1)), 1000)
      client.on('close', () => clearInterval(dripping))
    }
  }

  return {
    port,
    breakOff,
    /** @param {number | undefined} localPort of the connection to the server behind */
    connectionFrom: (localPort) => [...open].find(({ upstream }) => upstream?.localPort === localPort),
    /** Connections with a fault that the client has not closed. */
    stuck: () => [...open].filter(({ struck }) => struck).length,
    open: () => open.size,
    /** @param {Ending} ending */
    breakAll: (ending) => Promise.all([...open].map((connection) => breakOff(connection, ending))),
    resetAll() {
      for (const { client } of open) client.resetAndDestroy()
    },
    /** Refuses new connections and closes the existing ones. */
    async refuse() {
      for (const { client } of open) client.resetAndDestroy()
      await new Promise((resolve) => server.close(resolve))
    },
    letIn: () => (server.listening ? port : listen(server, port)),
    stop() {
      for (const { client } of open) client.destroy()
      server.close()
    },
  }
}

/**
 * @param {net.Server} server
 * @param {number} port
 * @returns {Promise<number>}
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(/** @type {net.AddressInfo} */ (server.address()).port))
  })
}
