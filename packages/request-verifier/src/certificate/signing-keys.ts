import type { KeyObject } from 'node:crypto'
import { isRejection, type Rejection, type RejectionReason, reject } from '../rejection.js'
import type { Certificate } from './certificate.js'
import { findTrustedPath, hasStrongKey, mostCandidates, mostChecks, timeProblem } from './trusted-path.js'
import type { TrustedRoots } from './trusted-roots.js'

const alexasName = 'echo-api.amazon.com'

/** The keys that sign Alexa's requests (usually one), and for how long that is known. */
export interface SigningKeys {
  readonly status: 'trusted'
  readonly keys: readonly KeyObject[]
  readonly notBeforeMs: number
  readonly notAfterMs: number
}

/**
 * Returns the key of each certificate for Alexa's exact name whose chain ends at a trusted root. A wildcard is another
 * name.
 */
export function findSigningKeys(
  certificates: readonly Certificate[],
  roots: TrustedRoots,
  nowMs: number,
): SigningKeys | Rejection {
  if (certificates.length === 0) return reject('certificate-malformed')
  const leaves = certificates.filter(({ dnsNames }) => dnsNames.includes(alexasName))
  if (leaves.length === 0) return reject('certificate-wrong-name')

  const budget = { candidates: mostCandidates, checks: mostChecks }
  const keys: KeyObject[] = []
  const paths: Certificate[] = []
  let rejection: Rejection | undefined
  for (const leaf of leaves) {
    const problem = leafProblem(leaf, nowMs)
    const path = problem ? reject(problem) : findTrustedPath(leaf, certificates, roots, nowMs, budget)
    if (isRejection(path)) {
      rejection ??= path
      continue
    }
    keys.push(leaf.x509.publicKey)
    paths.push(...path)
  }
  if (rejection && keys.length === 0) return rejection
  return {
    status: 'trusted',
    keys,
    notBeforeMs: Math.max(...paths.map(({ notBeforeMs }) => notBeforeMs)),
    notAfterMs: Math.min(...paths.map(({ notAfterMs }) => notAfterMs)),
  }
}

/**
 * The reason why this certificate must not sign requests, if any. The signature algorithm is RSA with SHA-256, so the
 * key must be RSA.
 */
function leafProblem(leaf: Certificate, nowMs: number): RejectionReason | undefined {
  const outOfTime = timeProblem(leaf, nowMs)
  if (outOfTime) return outOfTime
  const isAllowed = leaf.maySign && leaf.isForServers && !leaf.allowsNames && !leaf.hasUnknownCritical
  if (!isAllowed) return 'certificate-misused'
  return hasStrongKey(leaf) && leaf.x509.publicKey.asymmetricKeyType === 'rsa' ? undefined : 'certificate-weak'
}
