import { X509Certificate } from 'node:crypto'
import { derTag, readDer, readSequence } from './der.js'
import { type Extensions, readExtensions } from './extensions.js'
import { isStrongSignature } from './strength.js'

/** One certificate of a chain, with what Node's `X509Certificate` does not tell. */
export interface Certificate extends Extensions {
  readonly x509: X509Certificate
  /** DER of the names, in hex: certificates are chained by comparing these byte by byte. */
  readonly subject: string
  readonly issuer: string
  readonly notBeforeMs: number
  readonly notAfterMs: number
  /** Whether what its issuer signed it with is still safe. */
  readonly isSignedStrongly: boolean
}

/** `undefined` when Node or this package cannot read it. */
export function parseCertificate(der: Buffer): Certificate | undefined {
  try {
    const x509 = new X509Certificate(der)
    // Node looks for PEM first, also within DER: it would judge one certificate, and what is read below another.
    if (!x509.raw.equals(der)) return undefined
    const { subject, issuer, signature, extensions } = readFields(der)
    return {
      x509,
      subject,
      issuer,
      // `validFromDate` came with Node 22. A time that OpenSSL cannot read becomes NaN here, which is never valid.
      notBeforeMs: Date.parse(x509.validFrom),
      notAfterMs: Date.parse(x509.validTo),
      isSignedStrongly: isStrongSignature(signature),
      ...readExtensions(extensions),
    }
  } catch {
    return undefined
  }
}

/** @throws {RangeError} when it is not a certificate */
export function readSubject(der: Buffer): string {
  return readFields(der).subject
}

/** Certificate ::= SEQUENCE { SEQUENCE { [0] version?, serial, signature, issuer, validity, subject, key, …, [3] } … } */
function readFields(der: Buffer) {
  const [signed] = readSequence(der)
  const fields = readDer(signed?.content ?? Buffer.alloc(0))
  if (fields[0]?.tag === derTag.explicit(0)) fields.shift()
  const [, signature, issuer, , subject] = fields
  if (!signature || !issuer || !subject) throw new RangeError('not a certificate')
  const extensions = fields.find(({ tag }) => tag === derTag.explicit(3))
  return {
    signature: readDer(signature.content),
    issuer: issuer.whole.toString('hex'),
    subject: subject.whole.toString('hex'),
    extensions: extensions ? readSequence(extensions.content) : [],
  }
}
