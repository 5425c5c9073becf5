import type { IncomingMessage } from 'node:http'
import { type Refusal, refuse } from '../refusal.js'

/** As it was when this module loaded: fake timers of a user's test must not hang a request. */
const { setImmediate } = globalThis

/**
 * Reads a stream to its end, without ever holding more than allowed. What is too long is left to flow away unread, so
 * that the answer can be sent.
 */
export function readRawBody(
  stream: NodeJS.ReadableStream,
  headers: IncomingMessage['headers'],
  maxBodyBytes: number,
): Promise<Buffer | Refusal> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    let settled = false
    function add(chunk: Buffer | string): void {
      if (settled) return
      const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      bytes += part.length
      if (bytes > maxBodyBytes) settle(refuse('body-too-large'))
      else chunks.push(part)
    }
    function settle(refusal: Refusal): void {
      if (settled) return
      settled = true
      chunks.length = 0
      resolve(refusal)
    }
    function breakOff(): void {
      settle(refuse('body-incomplete'))
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
    if (Number(headers['content-length']) > maxBodyBytes) settle(refuse('body-too-large'))
    stream.on('data', add)
  })
}
