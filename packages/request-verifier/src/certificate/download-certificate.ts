import https from 'node:https'
import { DownloadError } from './download-error.js'

export interface DownloadLimits {
  readonly signal: AbortSignal
  readonly maxBytes?: number | undefined
  /** For tests; Node's roots otherwise. */
  readonly ca?: string | undefined
}

/**
 * One GET on a connection of its own. Any status but 200, a redirect included, is a failure, and so is a body that is
 * too long or ends early.
 */
export function downloadCertificate(
  url: string,
  { signal, maxBytes = 65_536, ca }: DownloadLimits,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const request = https.get(url, { agent: false, signal, ...(ca !== undefined && { ca }) }, (response) => {
      const giveUp = (code: string) => {
        reject(new DownloadError(code))
        request.destroy()
      }
      if (response.statusCode !== 200) return giveUp(`HTTP_${response.statusCode}`)
      const chunks: Buffer[] = []
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes > maxBytes) giveUp('TOO_LARGE')
        else chunks.push(chunk)
      })
      response.on('error', reject)
      response.on('end', () => resolve(Buffer.concat(chunks)))
    })
    request.on('error', reject)
  })
}
