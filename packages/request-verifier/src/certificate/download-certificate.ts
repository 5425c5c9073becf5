import https from 'node:https'
import { DownloadError } from './download-error.js'

export interface DownloadLimits {
  readonly signal: AbortSignal
  readonly maxBytes?: number | undefined
  /** For tests; Node's roots otherwise. */
  readonly ca?: string | undefined
}

/**
 * One connection, kept for what may follow soon: opening one costs many times what a download does, and a server is asked
 * for certificates by strangers. S3 closes a connection that has been idle for longer.
 */
const agent = new https.Agent({ keepAlive: true, maxSockets: 1, timeout: 4_000 })

/**
 * Gets a file by GET. Any status but 200, a redirect included, is a failure, and so is a body that is too long or ends
 * early. A kept connection that turns out to be closed is replaced.
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
        // Any answer is read to its end: only then can the connection be used again.
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
