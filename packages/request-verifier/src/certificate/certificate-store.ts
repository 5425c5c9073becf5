import { types } from 'node:util'
import { isRejection, type Rejection, reject } from '../rejection.js'
import { type Certificate, parseCertificate } from './certificate.js'
import { certificateRank } from './certificate-rank.js'
import { downloadCertificate } from './download-certificate.js'
import { DownloadError, failureCode, isWithdrawal } from './download-error.js'
import { createDownloadQueue } from './download-queue.js'
import { createFailureMemory } from './failure-memory.js'
import { findSigningKeys, type SigningKeys } from './signing-keys.js'
import { splitPem } from './split-pem.js'
import type { TrustedRoots } from './trusted-roots.js'

/** Returns the text at a certificate URL: certificates in PEM. `signal` aborts when the time is over. */
export type FetchCertificate = (
  url: string,
  options: { readonly signal: AbortSignal },
) => Promise<string | Uint8Array> | string | Uint8Array

/** Amazon's chains have 5 to 8 KiB. */
const maxTextBytes = 65_536
/** Amazon's chains have four. */
const maxCertificates = 32
/** Amazon has published some twenty URLs since 2014 and signs with one or two at a time. */
const maxEntries = 32
/** Between two starts. A download on the kept connection costs more CPU than a request. */
const paceMs = 5

/** A file may be replaced in place. A wrong signature causes another download, but not more often than this. */
const lookAgainAfterMs = 300_000
/** A certificate that Amazon withdraws must not be trusted until it expires. */
const refreshAfterMs = 86_400_000
/** Only requests start a refresh. After this time without a request, the next one waits for the refresh. */
const waitAfterMs = 2 * refreshAfterMs

/** The signing keys, by certificate URL. */
export interface CertificateStore {
  /** Returns the keys that are known and valid now. Refreshes them in the background once a day. */
  cached(url: string, nowMs: number): SigningKeys | undefined
  /**
   * Downloads a file. If the network fails, returns the known keys.
   *
   * @param heldBytes the memory that the caller holds in the meantime
   */
  download(url: string, heldBytes: number): Promise<SigningKeys | Rejection> | Rejection
  /** Whether the last download is so old that the file may have been replaced. */
  mayBeReplaced(url: string, nowMs: number): boolean
}

interface Entry {
  readonly certificates: readonly Certificate[]
  /** Valid for a window of time. Outside it, the chain is checked again. */
  keys: SigningKeys
  /** When a download was last tried, and when one last succeeded. */
  triedMs: number
  readonly confirmedMs: number
  isLoading: boolean
}

export function createCertificateStore({
  fetchCertificate,
  roots,
  clock,
}: {
  readonly fetchCertificate?: FetchCertificate | undefined
  readonly roots: () => TrustedRoots
  readonly clock: () => number
}): CertificateStore {
  const fetch = fetchCertificate ?? downloadCertificate
  const entries = new Map<string, Entry>()
  const failures = createFailureMemory()
  const queue = createDownloadQueue(load, fetchCertificate ? 0 : paceMs)

  async function load(url: string, signal: AbortSignal): Promise<SigningKeys | Rejection> {
    const known = entries.get(url)
    if (known) Object.assign(known, { triedMs: clock(), isLoading: true })
    let text: string
    try {
      text = asText(await orAbort(signal, fetch(url, { signal })))
    } catch (error) {
      if (known) known.isLoading = false
      if (isWithdrawal(error)) entries.delete(url)
      const rejection = reject('certificate-unavailable', signal.aborted ? 'TIMEOUT' : failureCode(error))
      return current(url, clock()) ?? failures.remember(url, rejection, clock(), isWithdrawal(error))
    }
    const nowMs = clock()
    const certificates = readCertificates(text)
    const keys = findSigningKeys(certificates, roots(), nowMs)
    entries.delete(url)
    if (isRejection(keys)) return failures.remember(url, keys, nowMs, true)
    failures.forget(url)
    entries.set(url, { certificates, keys, triedMs: nowMs, confirmedMs: nowMs, isLoading: false })
    for (const oldest of entries.keys()) {
      if (entries.size <= maxEntries) break
      entries.delete(oldest)
    }
    return keys
  }

  /** The keys of an entry, if its chain is valid now. */
  function current(url: string, nowMs: number): SigningKeys | undefined {
    const entry = entries.get(url)
    if (!entry) return undefined
    if (nowMs >= entry.keys.notBeforeMs && nowMs <= entry.keys.notAfterMs) return entry.keys
    const keys = findSigningKeys(entry.certificates, roots(), nowMs)
    if (isRejection(keys)) {
      entries.delete(url)
      return undefined
    }
    entry.keys = keys
    return keys
  }

  function download(url: string, heldBytes: number): Promise<SigningKeys | Rejection> | Rejection {
    const failure = failures.recall(url, clock())
    if (failure) return failure
    const rank = entries.has(url) ? 0 : certificateRank(url)
    const keys = queue.get(url, rank, heldBytes)
    if (!keys) return reject('certificate-unavailable', 'TOO_MANY')
    return keys.catch(
      (error: unknown) => current(url, clock()) ?? reject('certificate-unavailable', failureCode(error)),
    )
  }

  return {
    cached(url, nowMs) {
      const keys = current(url, nowMs)
      const entry = entries.get(url)
      if (!keys || !entry) return undefined
      // Moves it to the end of the queue of entries to forget.
      entries.delete(url)
      entries.set(url, entry)
      const age = Math.abs(nowMs - entry.confirmedMs)
      if (age >= waitAfterMs && (entry.isLoading || !isRecent(entry, nowMs))) return undefined
      if (age < refreshAfterMs || isRecent(entry, nowMs)) return keys
      // This promise never rejects.
      void download(url, 0)
      return keys
    },
    download,
    mayBeReplaced(url, nowMs) {
      const entry = entries.get(url)
      return entry !== undefined && !isRecent(entry, nowMs)
    },
  }
}

/** Rejects when the signal aborts, even if the work ignores the signal. */
function orAbort<Result>(signal: AbortSignal, work: Promise<Result> | Result): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DownloadError('TIMEOUT')), { once: true })
    Promise.resolve(work).then(resolve, reject)
  })
}

function isRecent({ triedMs }: Entry, nowMs: number): boolean {
  return Math.abs(nowMs - triedMs) < lookAgainAfterMs
}

function asText(fetched: string | Uint8Array): string {
  if (typeof fetched !== 'string' && !types.isUint8Array(fetched)) throw new DownloadError('NOT_TEXT')
  if (fetched.length > maxTextBytes) throw new DownloadError('TOO_LARGE')
  return typeof fetched === 'string' ? fetched : Buffer.from(fetched).toString('latin1')
}

/** Reads no certificate if the file has more blocks than any chain, because checking them would take long. */
function readCertificates(text: string): Certificate[] {
  const blocks = splitPem(text)
  if (blocks.length > maxCertificates) return []
  return blocks.map(parseCertificate).filter((certificate) => certificate !== undefined)
}
