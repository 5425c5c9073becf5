import type { IncomingMessage } from 'node:http'
// Kept from the start, so that fake timers in a user's test do not block a request.
import { setImmediate } from 'node:timers'
import { type Rejection, reject } from '../rejection.js'

/** A request, or the stream that a hook replaced it with. */
type BodyStream = NodeJS.ReadableStream & Partial<Pick<IncomingMessage, 'readableDidRead' | 'destroyed'>>

/**
 * Reads a stream to its end, but no more than the allowed number of bytes. Discards the rest of a longer body, so that
 * a response can be sent. If something has read the stream before, the server is not set up correctly, and the process
 * warns once.
 */
export function readRawBody(
  stream: BodyStream,
  headers: IncomingMessage['headers'],
  maxBodyBytes: number,
): Rejection | Promise<Buffer | Rejection> {
  if (stream.readableDidRead) return rejectReadBody()
  // A destroyed stream emits no more events.
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
      // A server that reads all that has arrived before it checks and responds serves a sixth more under load.
      setImmediate(() => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    })
    // Every request emits `close`, most of them long after their end. Listening to errors also keeps them from ending
    // the process.
    stream.on('error', breakOff)
    stream.on('close', breakOff)
    if (Number(headers['content-length']) > maxBodyBytes) settle(reject('body-too-large'))
    stream.on('data', add)
    // Listening alone does not resume a paused stream.
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
