import { X509Certificate } from 'node:crypto'
import { type DerElement, derTag, expectTag, readDer, readSequence } from './der.js'
import { type Extensions, readExtensions } from './extensions.js'
import { isStrongSignature } from './strength.js'

/** One certificate of a chain, with details that Node's `X509Certificate` does not provide. */
export interface Certificate extends Extensions {
  readonly x509: X509Certificate
  readonly der: Buffer
  /** DER of the names, in hex. Certificates are chained by comparing these byte by byte. */
  readonly subject: string
  readonly issuer: string
  readonly notBeforeMs: number
  readonly notAfterMs: number
  /** Whether the algorithm of the issuer's signature is still safe. */
  readonly isSignedStrongly: boolean
}

/** Parses a certificate. Returns `undefined` if Node or this package cannot read it. */
export function parseCertificate(der: Buffer): Certificate | undefined {
  try {
    const { version, signature, issuer, validity, subject, extensions } = readFields(der)
    const [notBefore, notAfter, more] = readDer(validity)
    if (more) throw new RangeError('the validity is not a sequence of two times')
    const x509 = new X509Certificate(der)
    // Node looks for PEM first, even within DER. It would check one certificate, and this package would read another.
    if (!x509.raw.equals(der)) return undefined
    return {
      x509,
      der,
      subject,
      issuer,
      notBeforeMs: readTime(expectTag(notBefore, derTag.utcTime, derTag.generalizedTime)),
      // Valid until the end of its last second.
      notAfterMs: readTime(expectTag(notAfter, derTag.utcTime, derTag.generalizedTime)) + 999,
      isSignedStrongly: isStrongSignature(signature),
      ...readExtensions(version, extensions),
    }
  } catch {
    return undefined
  }
}

/** Reads the subject. Returns `undefined` if this package cannot read the certificate. */
export function readSubject(der: Buffer): string | undefined {
  try {
    return readFields(der).subject
  } catch {
    return undefined
  }
}

/** The content of `[0] version`, DER of an INTEGER. Without it, a certificate has version 1. */
const versions: Readonly<Record<string, number>> = { '020101': 2, '020102': 3 }

/**
 * Certificate ::= SEQUENCE { SEQUENCE { [0] version?, serial, signature, issuer, validity, subject, key,
 * [1] issuer's id?, [2] subject's id?, [3] extensions? }, algorithm, signature }
 *
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1 (read 2026-11-28)
 */
function readFields(der: Buffer) {
  const [signed, algorithm, signatureValue, ...others] = readSequence(der)
  expectTag(algorithm, derTag.sequence)
  expectTag(signatureValue, derTag.bitString)
  const fields = readDer(expectTag(signed, derTag.sequence).content)
  const hasVersion = fields[0]?.tag === derTag.explicit(0)
  const version = hasVersion ? versions[fields.shift()?.content.toString('hex') ?? ''] : 1
  const [serial, signature, issuer, validity, subject, key, ...optional] = fields
  expectTag(serial, derTag.integer)
  expectNamedCurve(readDer(expectTag(key, derTag.sequence).content)[0])
  for (const id of [1, 2]) if (optional[0]?.tag === derTag.implicit(id)) optional.shift()
  const extensions = optional[0]?.tag === derTag.explicit(3) ? optional.shift() : undefined
  if (version === undefined || others.length > 0 || optional.length > 0)
    throw new RangeError('the bytes are not a certificate')
  return {
    version,
    signature: readDer(expectTag(signature, derTag.sequence).content),
    issuer: expectTag(issuer, derTag.sequence).whole.toString('hex'),
    validity: expectTag(validity, derTag.sequence).content,
    subject: expectTag(subject, derTag.sequence).whole.toString('hex'),
    extensions: extensions && readSequence(extensions.content),
  }
}

const ecKey = '2a8648ce3d0201'

/** OpenSSL is slow to read a key on a curve that is spelled out. No authority uses one. */
function expectNamedCurve(algorithm: DerElement | undefined): void {
  const [id, curve] = readDer(expectTag(algorithm, derTag.sequence).content)
  if (id?.content.toString('hex') === ecKey) expectTag(curve, derTag.objectId)
}

/**
 * Reads a time in the only form that RFC 5280 allows: UTC, to the second. Node reads other forms differently in
 * different versions.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5 (read 2026-11-28)
 */
function readTime({ tag, content }: DerElement): number {
  const text = content.toString('latin1')
  const century = tag === derTag.generalizedTime ? '' : text < '5' ? '20' : '19'
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(century + text)
  if (!digits) throw new RangeError('the element is not a time')
  const [, year, month, day, hour, minute, second] = digits
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const ms = Date.parse(time)
  // `Date.parse` reads February 31 as a day in March.
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== time) throw new RangeError('the element is not a time')
  return ms
}
