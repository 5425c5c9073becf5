import { types } from 'node:util'
import { isRejection, type Rejection, reject } from '../rejection.js'
import { type Certificate, parseCertificate } from './certificate.js'
import { downloadCertificate } from './download-certificate.js'
import { DownloadError, failureCode } from './download-error.js'
import { findSigningKeys, type SigningKeys } from './signing-keys.js'
import { splitPem } from './split-pem.js'
import type { TrustedRoots } from './trusted-roots.js'
import { withinTime } from './within-time.js'

/** Gets the text of a certificate URL: certificates in PEM. `signal` aborts when the time is up. */
export type FetchCertificate = (
  url: string,
  options: { readonly signal: AbortSignal },
) => Promise<string | Uint8Array> | string | Uint8Array

/** Alexa gives a skill 8 s for everything. */
const downloadMs = 3_000
/** Amazon's chains have 5 to 8 KiB. */
const maxTextBytes = 65_536
/** Amazon has published some twenty URLs since 2014 and signs with one or two at a time. */
const maxEntries = 32
/** Downloads under way. Only invented URLs need more. */
const maxDownloads = 64
/** A file may be replaced in place; a wrong signature makes us look again, but not more often than this. */
const refreshAfterMs = 300_000

/** The keys by certificate URL. A URL whose download or chain failed is not remembered: the next request tries again. */
export interface CertificateStore {
  /** What is known and holds now. */
  cached(url: string, nowMs: number): SigningKeys | undefined
  download(url: string): Promise<SigningKeys | Rejection>
  /** Whether the file was downloaded so long ago that another may be in its place. */
  mayBeReplaced(url: string, nowMs: number): boolean
}

interface Entry {
  readonly certificates: readonly Certificate[]
  /** Known for a window of time; outside of it, the chain is judged again. */
  keys: SigningKeys
  checkedMs: number
}

export function createCertificateStore({
  fetchCertificate = downloadCertificate,
  roots,
  clock,
}: {
  readonly fetchCertificate?: FetchCertificate | undefined
  readonly roots: () => TrustedRoots
  readonly clock: () => number
}): CertificateStore {
  const entries = new Map<string, Entry>()
  const downloads = new Map<string, Promise<SigningKeys | Rejection>>()

  async function download(url: string): Promise<SigningKeys | Rejection> {
    const known = entries.get(url)
    if (known) known.checkedMs = clock()
    let text: string
    try {
      text = await withinTime(downloadMs, async (signal) => asText(await fetchCertificate(url, { signal })))
    } catch (error) {
      return reject('certificate-unavailable', failureCode(error))
    }
    const certificates = splitPem(text)
      .map(parseCertificate)
      .filter((certificate) => certificate !== undefined)
    const nowMs = clock()
    const keys = findSigningKeys(certificates, roots(), nowMs)
    if (isRejection(keys)) return keys
    entries.delete(url)
    entries.set(url, { certificates, keys, checkedMs: nowMs })
    for (const oldest of entries.keys()) {
      if (entries.size <= maxEntries) break
      entries.delete(oldest)
    }
    return keys
  }

  return {
    cached(url, nowMs) {
      const entry = entries.get(url)
      if (!entry) return undefined
      if (nowMs >= entry.keys.notBeforeMs && nowMs <= entry.keys.notAfterMs) {
        // To the end of the queue for being forgotten.
        entries.delete(url)
        entries.set(url, entry)
        return entry.keys
      }
      const keys = findSigningKeys(entry.certificates, roots(), nowMs)
      if (isRejection(keys)) {
        entries.delete(url)
        return undefined
      }
      entry.keys = keys
      return keys
    },
    download(url) {
      const underWay = downloads.get(url)
      if (underWay) return underWay
      if (downloads.size >= maxDownloads) return Promise.resolve(reject('certificate-unavailable', 'TOO_MANY'))
      const started = download(url).finally(() => downloads.delete(url))
      downloads.set(url, started)
      return started
    },
    mayBeReplaced(url, nowMs) {
      const entry = entries.get(url)
      return entry !== undefined && Math.abs(nowMs - entry.checkedMs) >= refreshAfterMs
    },
  }
}

function asText(fetched: string | Uint8Array): string {
  if (typeof fetched !== 'string' && !types.isUint8Array(fetched)) throw new DownloadError('NOT_TEXT')
  if (fetched.length > maxTextBytes) throw new DownloadError('TOO_LARGE')
  return typeof fetched === 'string' ? fetched : Buffer.from(fetched).toString('latin1')
}
