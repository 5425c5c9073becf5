import { type Rejection, reject } from './rejection.js'
import { RequestVerifierError } from './request-verifier-error.js'

/** Node's `request.headers`, a `Headers` instance, or an object with names in any case. */
export type RequestHeaders = { get(name: string): string | null } | { readonly [name: string]: unknown }

export interface SignatureHeaders {
  readonly signature: string
  readonly certificateUrl: string
}

/** A signature by the longest keys in use, 8192 bits, has 1368 base64 characters. */
const longestValue = 2048
/** In bytes, for a key of 2048 bits, the shortest that is accepted. */
const shortestSignature = 256

/**
 * Returns the two headers, if the body is declared as JSON. A header that occurs twice is ambiguous. Node and `Headers`
 * join such values with a comma and a space, which neither header can contain.
 *
 * @throws {RequestVerifierError} `headers-invalid`
 */
export function readSignatureHeaders(headers: RequestHeaders): SignatureHeaders | Rejection {
  if (typeof headers !== 'object' || headers === null) {
    throw new RequestVerifierError(
      'headers-invalid',
      "headers must be Node's request.headers, a Headers instance, or an object.",
    )
  }
  let signature: unknown
  let certificateUrl: unknown
  let contentType: unknown
  if (typeof headers.get === 'function') {
    signature = headers.get('signature-256')
    certificateUrl = headers.get('signaturecertchainurl')
    contentType = headers.get('content-type') ?? undefined
  } else {
    const named: Readonly<Record<string, unknown>> = headers as { readonly [name: string]: unknown }
    // Lengths first, because comparing them costs almost nothing, and this runs for each header of each request.
    for (const name of Object.keys(named)) {
      if (name.length === 13 && name.toLowerCase() === 'signature-256') {
        signature = signature === undefined ? named[name] : twice
      } else if (name.length === 21 && name.toLowerCase() === 'signaturecertchainurl') {
        certificateUrl = certificateUrl === undefined ? named[name] : twice
      } else if (name.length === 12 && name.toLowerCase() === 'content-type') {
        contentType = contentType === undefined ? named[name] : twice
      }
    }
  }
  if (typeof signature !== 'string' || signature === '') return reject('signature-missing')
  if (typeof certificateUrl !== 'string' || certificateUrl === '') return reject('certificate-url-missing')
  if (contentType !== undefined && !isJson(contentType)) return reject('content-type-invalid')
  if (signature.length > longestValue) return reject('signature-malformed')
  if (certificateUrl.length > longestValue) return reject('certificate-url-invalid')
  return { signature, certificateUrl }
}

const twice = Symbol('twice')

const longestContentType = 100
const json = /^application\/json[ \t]*(?:;[ \t]*charset=(?:utf-?8|"utf-?8")[ \t]*)?;?[ \t]*$/i

/**
 * Alexa sends `application/json;charset=UTF-8`. A body that is sent again under another type has a valid signature, and
 * must not reach a parser that reads it differently.
 */
function isJson(contentType: unknown): boolean {
  return typeof contentType === 'string' && contentType.length <= longestContentType && json.test(contentType)
}

/**
 * Decodes the signature strictly: `Buffer.from` skips everything that is not base64, and unused bits at the end. This
 * decoder accepts only one spelling of a signature.
 */
export function decodeSignature(signature: string): Buffer | undefined {
  const bytes = Buffer.from(signature, 'base64')
  return bytes.length >= shortestSignature && bytes.toString('base64') === signature ? bytes : undefined
}
