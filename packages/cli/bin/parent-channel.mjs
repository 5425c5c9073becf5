// The way to the parent: lines of JSON on a pipe of its own. Node's IPC channel is open to all code of the process, and ends the
// parent when something else is written to it.
import { Socket } from 'node:net'

const { parse, stringify } = JSON // a skill may replace them

/** @typedef {(message: unknown) => void} Listener */

const descriptor = 3
/** The exit code, which the parent knows if it is there: code of the skill may have closed the descriptor. */
const channelLost = 88
const socket = new Socket({ fd: descriptor, readable: true, writable: true })
/** What arrived before there was a listener. */
const waiting = /** @type {string[]} */ ([])
let listener = /** @type {Listener | undefined} */ (undefined)
let rest = ''
let closed = false

socket.setEncoding('utf8')
socket.on('data', (/** @type {string} */ text) => {
  const lines = (rest + text).split('\n')
  rest = lines.pop() ?? ''
  for (const line of lines) deliver(line)
})
socket.on('error', () => {}) // 'close' follows
socket.on('close', () => {
  closed = true
  process.exit(channelLost)
})

/** The parent sends a secret first: what it gets without it is not from here. */
const secret = await new Promise((resolve) => {
  listener = resolve
})
listener = undefined

/** @param {string} line */
function deliver(line) {
  if (listener) listener(parse(line))
  else waiting.push(line)
}

/**
 * @param {object} message
 * @param {() => void} [sent]
 */
export function send(message, sent) {
  if (closed) sent?.()
  // on a line of its own, whatever code of the skill has written before
  else socket.write(`\n${secret} ${stringify(message)}\n`, () => sent?.())
}

/** @param {Listener} given */
export function receive(given) {
  listener = given
  for (const line of waiting.splice(0)) deliver(line)
}

/** Whether the event loop waits for the parent. */
export const channel = {
  ref: () => socket.ref(),
  unref: () => socket.unref(),
}
