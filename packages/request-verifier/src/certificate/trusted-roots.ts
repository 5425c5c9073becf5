import { rootCertificates } from 'node:tls'
import { type Certificate, parseCertificate, readSubject } from './certificate.js'
import { splitPem } from './split-pem.js'

/** The certificates that are trusted without an issuer. */
export interface TrustedRoots {
  has(certificate: Certificate): boolean
  /** The roots, by subject as DER in hex. */
  named(subject: string): readonly Certificate[]
}

/**
 * Parses only the few roots that a chain names. Reading the subjects of Node's 150 roots takes a few milliseconds,
 * once.
 */
export function createTrustedRoots(certificates: readonly Buffer[]): TrustedRoots {
  const unparsed = new Map<string, Buffer[]>()
  for (const der of certificates) {
    const subject = readSubject(der)
    // A root of an unknown kind must not keep the others from being trusted.
    if (subject === undefined) continue
    unparsed.set(subject, [...(unparsed.get(subject) ?? []), der])
  }
  const parsed = new Map<string, Certificate[]>()

  function named(subject: string): Certificate[] {
    const known = parsed.get(subject)
    if (known) return known
    const roots = (unparsed.get(subject) ?? []).map(parseCertificate).filter((root) => root !== undefined)
    // Unknown names are not cached, because they come from the author of the chain.
    if (roots.length > 0) parsed.set(subject, roots)
    return roots
  }
  return {
    named,
    has: ({ subject, der }) => named(subject).some((root) => root.der.equals(der)),
  }
}

let nodesRoots: TrustedRoots | undefined

/**
 * Node's roots, shared by all verifiers of the process. Without those of `NODE_EXTRA_CA_CERTS`, which Alexa does not
 * use.
 */
export function defaultRoots(): TrustedRoots {
  nodesRoots ??= createTrustedRoots(rootCertificates.flatMap(splitPem))
  return nodesRoots
}
