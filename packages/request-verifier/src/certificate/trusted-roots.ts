import { rootCertificates } from 'node:tls'
import { type Certificate, parseCertificate, readSubject } from './certificate.js'
import { splitPem } from './split-pem.js'

/** The certificates that need nobody to vouch for them. */
export interface TrustedRoots {
  has(certificate: Certificate): boolean
  /** By subject, as DER in hex. */
  named(subject: string): readonly Certificate[]
}

/** Only the few that a chain names are ever parsed; reading the subjects of Node's 150 takes a few milliseconds, once. */
export function createTrustedRoots(certificates: readonly Buffer[]): TrustedRoots {
  const unparsed = new Map<string, Buffer[]>()
  for (const der of certificates) {
    const subject = readSubject(der)
    // A root of a kind that is to come must not keep the others from being trusted.
    if (subject === undefined) continue
    unparsed.set(subject, [...(unparsed.get(subject) ?? []), der])
  }
  const parsed = new Map<string, Certificate[]>()

  function named(subject: string): Certificate[] {
    const known = parsed.get(subject)
    if (known) return known
    const roots = (unparsed.get(subject) ?? []).map(parseCertificate).filter((root) => root !== undefined)
    // Names that no root has are not kept: they come from whoever made the chain.
    if (roots.length > 0) parsed.set(subject, roots)
    return roots
  }
  return {
    named,
    has: ({ subject, der }) => named(subject).some((root) => root.der.equals(der)),
  }
}

let nodesRoots: TrustedRoots | undefined

/** Node's own, shared by all verifiers of the process. Not those of `NODE_EXTRA_CA_CERTS`, which are not Alexa's. */
export function defaultRoots(): TrustedRoots {
  nodesRoots ??= createTrustedRoots(rootCertificates.flatMap(splitPem))
  return nodesRoots
}
