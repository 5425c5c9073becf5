import type { IncomingMessage } from 'node:http'
import { type Refusal, refuse } from '../refusal.js'

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
    function settle(body: Buffer | Refusal): void {
      settled = true
      stream.removeListener('data', add)
      resolve(body)
    }
    function add(chunk: Buffer | string): void {
      const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      bytes += part.length
      if (bytes > maxBodyBytes) refuseTooLarge()
      else chunks.push(part)
    }
    function refuseTooLarge(): void {
      chunks.length = 0
      settle(refuse('body-too-large'))
      stream.resume()
    }
    function breakOff(): void {
      if (!settled) settle(refuse('body-incomplete'))
    }
    stream.on('end', () => {
      if (!settled) settle(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
    })
    // Each request closes, most of them long after their end. Listening to errors also keeps them from ending the process.
    stream.on('error', breakOff)
    stream.on('close', breakOff)
    if (Number(headers['content-length']) > maxBodyBytes) refuseTooLarge()
    else stream.on('data', add)
  })
}
