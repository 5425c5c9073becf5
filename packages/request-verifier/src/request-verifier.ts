import { verify as isSignature, type KeyObject } from 'node:crypto'
import { types } from 'node:util'
import { createCertificateStore } from './certificate/certificate-store.js'
import { createTrustedRoots, defaultRoots, type TrustedRoots } from './certificate/trusted-roots.js'
import { certificateUrl } from './certificate-url.js'
import { isForOneOf, parseEnvelope, type RequestEnvelope } from './envelope.js'
import { isRejection, type Rejection, reject } from './rejection.js'
import { createReplayMemory } from './replay-memory.js'
import { RequestVerifierError } from './request-verifier-error.js'
import { decodeSignature, type RequestHeaders, readSignatureHeaders } from './signature-headers.js'
import { checkTimestamp, isEvent } from './timestamp.js'
import { type RequestVerifierOptions, resolveOptions } from './verifier-options.js'

/** A request as it arrived. */
export interface IncomingRequest {
  readonly headers: RequestHeaders
  /** The body before any parser. A string stands for its UTF-8 bytes. */
  readonly rawBody: Uint8Array | ArrayBuffer | string
}

/** Alexa has just sent this request to this skill. */
export interface VerifiedRequest<Envelope = RequestEnvelope> {
  readonly status: 'verified'
  /** Parsed from the exact bytes that were verified. Use this instead of parsing again. */
  readonly envelope: Envelope
}

/** The result of `verify`. Switch on `status`. */
export type Verification<Envelope = RequestEnvelope> = VerifiedRequest<Envelope> | Rejection

/** Verifies requests. Create one per process, because it keeps the certificates that it has verified. */
export interface RequestVerifier<Envelope = RequestEnvelope> {
  /**
   * Resolves with the parsed envelope or with a rejection, for any request, however forged.
   *
   * @throws {RequestVerifierError} (as a rejection) `body-not-raw`, `headers-invalid`: the call is wrong, not the
   *   request
   */
  verify(request: IncomingRequest): Promise<Verification<Envelope>>
  /** The option's value, for code that reads the body. */
  readonly maxBodyBytes: number
}

/**
 * Creates a verifier that proves that requests come from Alexa: signature, certificate chain, timestamp, skill id.
 *
 * `Envelope` is the type of a verified envelope. Its shape is not checked.
 *
 * @throws {RequestVerifierError} `option-invalid`, `option-unknown`
 *
 * @example
 * const verifier = createRequestVerifier({ skillIds: 'amzn1.ask.skill.…' })
 *
 * const result = await verifier.verify({ headers: request.headers, rawBody })
 * if (result.status === 'rejected') return answer(400)
 * return answer(200, await skill(result.envelope))
 */
export function createRequestVerifier<Envelope = RequestEnvelope>(
  options: RequestVerifierOptions,
): RequestVerifier<Envelope> {
  const settings = resolveOptions(options)
  const { clock, fetchCertificate, maxBodyBytes } = settings
  const store = createCertificateStore({ fetchCertificate, clock, roots: rootsOf(settings.trustedRoots) })
  const replays = settings.rejectReplays ? createReplayMemory() : undefined

  /**
   * The cheapest checks come first, so that nothing is downloaded for a request that is rejected anyway. Until the
   * signature is checked, the body can only be a reason to reject.
   */
  async function verify({ headers, rawBody }: IncomingRequest): Promise<Verification<Envelope>> {
    const body = bytesOf(rawBody)
    const named = readSignatureHeaders(headers)
    if (isRejection(named)) return named
    const signature = decodeSignature(named.signature)
    if (!signature) return reject('signature-malformed')
    const url = certificateUrl(named.certificateUrl)
    if (url === undefined) return reject('certificate-url-invalid')
    if (body.length > maxBodyBytes) return reject('body-too-large')
    const parsed = parseEnvelope(body)
    if (!parsed) return reject('body-malformed')
    const { envelope, claims } = parsed
    const nowMs = clock()
    const inTime = checkTimestamp(claims, nowMs, settings)
    if (isRejection(inTime)) return inTime
    if (!isForOneOf(settings.skillIds, claims)) return reject('skill-unknown')
    const replayable = isEvent(claims.type) ? undefined : replays
    if (replayable && typeof claims.requestId !== 'string') return reject('body-malformed')
    if (replayable?.has(claims.requestId)) return reject('request-replayed')

    const cached = store.cached(url, nowMs)
    if (!cached || !isSignedBy(cached.keys, body, signature)) {
      if (cached && !store.mayBeReplaced(url, nowMs)) return reject('signature-mismatch')
      const download = store.download(url, body.length)
      if (isRejection(download)) return cached ? reject('signature-mismatch') : download
      // Copies the bytes that were parsed, because the server may reuse its buffers during the download.
      const parsedBytes = Buffer.from(body)
      const found = await download
      if (isRejection(found)) return cached ? reject('signature-mismatch') : found
      if (!isSignedBy(found.keys, parsedBytes, signature)) return reject('signature-mismatch')
    }
    if (replayable) {
      // Checked again: during a download, the same request may have been accepted, and even forgotten because its time
      // was over.
      const laterMs = clock()
      if (replayable.has(claims.requestId)) return reject('request-replayed')
      if (!(laterMs <= inTime.acceptableUntilMs)) return reject('timestamp-too-old')
      replayable.remember(claims.requestId, inTime.acceptableUntilMs, laterMs)
    }
    return { status: 'verified', envelope: envelope as Envelope }
  }

  return { verify, maxBodyBytes }
}

function isSignedBy(keys: readonly KeyObject[], body: Buffer, signature: Buffer): boolean {
  return keys.some((key) => isSignature('sha256', body, key, signature))
}

/** Parsed at the first download, to keep the start of the process fast. */
function rootsOf(trustedRoots: readonly Buffer[] | undefined): () => TrustedRoots {
  if (!trustedRoots) return defaultRoots
  const roots = createTrustedRoots(trustedRoots)
  return () => roots
}

/** Not a copy: until the first `await`, only other threads can change the bytes. Shared memory is copied. */
function bytesOf(rawBody: unknown): Buffer {
  const bytes = viewOf(rawBody)
  return types.isSharedArrayBuffer(bytes.buffer) ? Buffer.from(bytes) : bytes
}

function viewOf(rawBody: unknown): Buffer {
  if (Buffer.isBuffer(rawBody)) return rawBody
  if (typeof rawBody === 'string') return Buffer.from(rawBody)
  // Not `instanceof`, which fails for objects of another realm (Jest's sandbox).
  if (types.isUint8Array(rawBody)) return Buffer.from(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength)
  if (types.isArrayBuffer(rawBody)) return Buffer.from(rawBody)
  throw new RequestVerifierError(
    'body-not-raw',
    'rawBody must be the body as it arrived, as bytes or text. JSON.stringify of a parsed body does not return what Alexa signed.',
  )
}
