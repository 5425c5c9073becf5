import type { IncomingMessage } from 'node:http'
// Not the global one: fake timers of a user's test must not hang a request.
import { setImmediate } from 'node:timers'
import { type Rejection, reject } from '../rejection.js'

/** A request, or what a hook made of it. */
type BodyStream = NodeJS.ReadableStream & Partial<Pick<IncomingMessage, 'readableDidRead' | 'destroyed'>>

/**
 * Reads a stream to its end, without ever holding more than allowed. What is too long is left to flow away unread, so
 * that the answer can be sent. A stream that something has read before is a mistake in how the server is set up: the process
 * warns of it, once.
 */
export function readRawBody(
  stream: BodyStream,
  headers: IncomingMessage['headers'],
  maxBodyBytes: number,
): Rejection | Promise<Buffer | Rejection> {
  if (stream.readableDidRead) return rejectReadBody()
  // Of one that is gone, no event will come.
  if (stream.destroyed) return reject('body-incomplete')
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    let settled = false
    function add(chunk: Buffer | string): void {
      if (settled) return
      const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      bytes += part.length
      if (bytes > maxBodyBytes) settle(reject('body-too-large'))
      else chunks.push(part)
    }
    function settle(rejection: Rejection): void {
      if (settled) return
      settled = true
      chunks.length = 0
      resolve(rejection)
    }
    function breakOff(): void {
      settle(reject('body-incomplete'))
    }
    stream.on('end', () => {
      if (settled) return
      settled = true
      // Under load, a server that reads all that has arrived before it checks and answers any serves more, by a sixth.
      setImmediate(() => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    })
    // Each request closes, most of them long after their end. Listening to errors also keeps them from ending the process.
    stream.on('error', breakOff)
    stream.on('close', breakOff)
    if (Number(headers['content-length']) > maxBodyBytes) settle(reject('body-too-large'))
    stream.on('data', add)
    // Listening alone does not wake a stream that somebody paused for a while.
    stream.resume()
  })
}

let hasWarned = false

function rejectReadBody(): Rejection {
  const rejection = reject('body-not-raw')
  if (!hasWarned) process.emitWarning(rejection.message, { code: 'ALEXA_PROFILE_BODY_NOT_RAW' })
  hasWarned = true
  return rejection
}
