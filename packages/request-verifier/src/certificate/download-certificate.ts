import https from 'node:https'
import { DownloadError } from './download-error.js'

export interface DownloadLimits {
  readonly signal: AbortSignal
  readonly maxBytes?: number | undefined
  /** The certificate authorities to trust, for tests. Default: Node's roots. */
  readonly ca?: string | undefined
}

/**
 * One connection, kept for later downloads. Opening one costs many times as much as a download, and strangers can make
 * a server ask for certificates. S3 closes connections that are idle for longer.
 */
const agent = new https.Agent({ keepAlive: true, maxSockets: 1, timeout: 4_000 })

/**
 * Downloads a file by GET. Fails for any status but 200 (including redirects), and for a body that is too long or ends
 * early. Replaces a kept connection that turns out to be closed.
 *
 * @returns a promise that rejects with a `DownloadError` or with Node's error
 */
export function downloadCertificate(url: string, limits: DownloadLimits): Promise<Uint8Array> {
  const { signal, maxBytes = 65_536, ca } = limits
  return new Promise((resolve, reject) => {
    let isAnswered = false
    const request = https.get(url, { agent, signal, ...(ca !== undefined && { ca }) }, (response) => {
      isAnswered = true
      const chunks: Buffer[] = []
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        chunks.push(chunk)
        if (bytes <= maxBytes) return
        reject(new DownloadError('TOO_LARGE'))
        request.destroy()
      })
      response.on('error', reject)
      response.on('end', () => {
        // Every response is read to its end, so that the connection can be used again.
        if (response.statusCode === 200) resolve(Buffer.concat(chunks))
        else reject(new DownloadError(`HTTP_${response.statusCode}`))
      })
    })
    request.on('error', (error) => {
      if (request.reusedSocket && !isAnswered && !signal.aborted) resolve(downloadCertificate(url, limits))
      else reject(error)
    })
  })
}
