import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { envelopeFor, fieldAt, fields, fieldValue } from '../lab/customer.mjs'
import { answerOf, startProfileApi } from '../lab/profile-api.mjs'
import { startBreakingProxy } from './breaking-proxy.mjs'

/**
 * @import { TLSSocket } from 'node:tls'
 * @import { Certificate } from '../lab/certificate.mjs'
 * @import { Fault } from './fault-list.mjs'
 */

/**
 * The server side of a case.
 *
 * @typedef {object} Stage
 * @property {string} origin
 * @property {object} envelope
 * @property {(turn: number) => Record<string, unknown>} valuesIn what the fields hold in a turn
 * @property {() => void | Promise<void>} arm from now on the fault strikes
 * @property {() => number} stuck connections that a fault has struck, and that the client has not given up
 * @property {() => number} open connections of the client, all told
 * @property {() => void | Promise<void>} heal
 * @property {() => void | Promise<void>} stop
 */

/**
 * Starts the profile API behind TLS and a proxy that breaks connections with one fault.
 *
 * @param {Certificate} certificate
 * @param {Fault} fault
 * @param {boolean} once whether it strikes each of a turn's four exchanges once, or all of them until healed
 * @returns {Promise<Stage>}
 */
export async function startFaultyApi(certificate, fault, once) {
  let turn = 1
  let armed = false
  let strikesLeft = once ? fields.length : Number.POSITIVE_INFINITY
  const struckPaths = new Set()

  /** @param {Fault['at']} at */
  function strike(at) {
    if (!armed || fault.at !== at || strikesLeft <= 0) return undefined
    strikesLeft -= 1
    return fault
  }

  const api = await startProfileApi(certificate, answer)
  const proxy = await startBreakingProxy(api.port, strike)

  /**
   * @param {string} path
   * @param {TLSSocket} socket
   */
  function answer(path, socket) {
    const field = fieldAt(path)
    const body = JSON.stringify(field === undefined ? 'value of another customer' : fieldValue(field, turn))
    if (armed && fault.at === 'answer' && !(once && struckPaths.has(path))) {
      struckPaths.add(path)
      void answerWrongly(socket, body)
    } else {
      socket.write(answerOf(body))
    }
  }

  /**
   * @param {TLSSocket} socket
   * @param {string} body
   */
  async function answerWrongly(socket, body) {
    const connection = proxy.connectionFrom(socket.remotePort)
    if (connection === undefined) return
    socket.write(fault.send?.(body) ?? '')
    if (fault.ending === 'go-on') return
    connection.struck = true
    await wait(25)
    switch (fault.ending) {
      case 'end':
        return socket.end()
      case 'garbage':
        return socket.write(randomBytes(300))
      case 'drip':
        // A client that waited for all of it has a complete response and a connection to keep.
        return drip(socket, fault.rest?.(body) ?? '', () => {
          connection.struck = false
        })
      case 'flood':
        return flood(socket, fault.rest?.(body) ?? '')
      default:
        return proxy.breakOff(connection, fault.ending)
    }
  }

  const origin = `https://127.0.0.1:${proxy.port}`
  return {
    origin,
    envelope: envelopeFor(origin),
    valuesIn: (wanted) => Object.fromEntries(fields.map((field) => [field, fieldValue(field, wanted)])),
    async arm() {
      turn = 2
      armed = true
      if (fault.at === 'listen') await proxy.refuse()
      if (fault.at === 'listen' && once) setTimeout(() => void proxy.letIn(), 150)
      if (fault.at === 'accept' || fault.at === 'handshake') proxy.resetAll()
      if (fault.at === 'idle') for (const socket of api.connections) socket.write(fault.send?.('') ?? '')
      await wait(50)
      // On a busy machine, that timer may end before the bytes have passed the proxy.
      for (let round = 0; round < 3; round += 1) await new Promise((resolve) => setImmediate(resolve))
    },
    stuck: proxy.stuck,
    open: proxy.open,
    async heal() {
      turn = 3
      armed = false
      await proxy.letIn()
    },
    stop() {
      proxy.stop()
      api.stop()
    },
  }
}

/**
 * One character per second.
 *
 * @param {TLSSocket} socket
 * @param {string} text
 * @param {() => void} done
 */
function drip(socket, text, done) {
  const left = [...text]
  const dripping = setInterval(() => {
    socket.write(left.shift() ?? '')
    if (left.length > 0) return
    clearInterval(dripping)
    done()
  }, 1000)
  socket.once('close', () => clearInterval(dripping))
}

/**
 * @param {TLSSocket} socket
 * @param {string} text
 */
function flood(socket, text) {
  const block = text.repeat(Math.ceil(16_384 / text.length))
  const pour = () => {
    if (!socket.destroyed) socket.write(block, () => setTimeout(pour, 5))
  }
  pour()
}
