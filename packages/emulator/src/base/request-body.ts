import type { IncomingMessage } from 'node:http'

/** Reads the body of a request as UTF-8. Returns undefined if it is longer than `maximumBytes`. */
export async function requestBody(request: IncomingMessage, maximumBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maximumBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
