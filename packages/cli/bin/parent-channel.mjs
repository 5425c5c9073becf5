// The channel to the parent: lines of JSON on a separate pipe. All code in the process can write to Node's IPC channel, and the
// parent ends if something else is written to it.
import { Socket } from 'node:net'

const { parse, stringify } = JSON // a skill may replace them

/** @typedef {(message: unknown) => void} Listener */

const descriptor = 3
/** The exit code for a lost channel. The parent reports it if it is still there: the skill's code may have closed the descriptor. */
const channelLost = 88
const socket = new Socket({ fd: descriptor, readable: true, writable: true })
/** Lines that arrived before there was a listener. */
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

/** The parent sends a secret first, and ignores every line without it. */
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
  // on a new line, because the skill's code may have written to the pipe before
  else socket.write(`\n${secret} ${stringify(message)}\n`, () => sent?.())
}

/** @param {Listener} given */
export function receive(given) {
  listener = given
  for (const line of waiting.splice(0)) deliver(line)
}

/** Decides whether the event loop waits for the parent. */
export const channel = {
  ref: () => socket.ref(),
  unref: () => socket.unref(),
}
