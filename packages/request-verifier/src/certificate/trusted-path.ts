import { type Rejection, type RejectionReason, reject } from '../rejection.js'
import type { Certificate } from './certificate.js'
import { isStrongKey } from './strength.js'
import type { TrustedRoots } from './trusted-roots.js'

/** From the signing certificate to a trusted root, including both. Real chains have three to five. */
const longestPath = 10
/** Signature checks per file. Limits the work for certificates that sign each other in every order. */
export const mostChecks = 12
/** Candidates for an issuer, per file. */
export const mostCandidates = 100

/**
 * Returns the path from a certificate to a trusted root, with each link checked. `others` may be in any order,
 * incomplete, and contain unrelated certificates. If one path is invalid (a cross-signed root that has expired),
 * another is tried.
 *
 * @param budget the number of candidates to look at and signatures to check; counted down
 */
export function findTrustedPath(
  leaf: Certificate,
  others: readonly Certificate[],
  roots: TrustedRoots,
  nowMs: number,
  budget: { candidates: number; checks: number },
): readonly Certificate[] | Rejection {
  let problem: RejectionReason | undefined

  function climb(path: readonly Certificate[]): readonly Certificate[] | undefined {
    const top = path.at(-1)
    if (top === undefined || roots.has(top)) return path
    if (path.length >= longestPath) return undefined
    if (!top.isSignedStrongly) {
      problem ??= 'certificate-weak'
      return undefined
    }
    const candidates = [...roots.named(top.issuer), ...others.filter(({ subject }) => subject === top.issuer)]
    for (const issuer of candidates) {
      if (path.some(({ der }) => der.equals(issuer.der))) continue
      if (budget.candidates === 0) return undefined
      budget.candidates -= 1
      // Before the signature, because it costs little. Some keys are made so that a signature takes seconds to check.
      const found = issuerProblem(issuer, path, nowMs)
      if (found !== undefined) {
        problem ??= found
        continue
      }
      if (budget.checks === 0) return undefined
      budget.checks -= 1
      const whole = top.x509.verify(issuer.x509.publicKey) ? climb([...path, issuer]) : undefined
      if (whole) return whole
    }
    return undefined
  }

  return climb([leaf]) ?? reject(problem ?? 'certificate-untrusted')
}

/** The reason why this certificate must not be the issuer of the top of the path, if any. */
function issuerProblem(issuer: Certificate, path: readonly Certificate[], nowMs: number): RejectionReason | undefined {
  const authoritiesBelow = path.slice(1).filter(({ subject, issuer }) => subject !== issuer).length
  const isAllowed =
    issuer.isAuthority &&
    issuer.mayCertify &&
    issuer.isForServers &&
    !issuer.hasUnknownCritical &&
    authoritiesBelow <= issuer.pathLength
  const { allowsNames } = issuer
  // Only the leaf's names are checked, because requests are accepted for no other name in the path.
  if (!isAllowed || (allowsNames && !allowsNames(path[0]?.dnsNames ?? []))) return 'certificate-misused'
  return hasStrongKey(issuer) ? timeProblem(issuer, nowMs) : 'certificate-weak'
}

export function hasStrongKey({ x509 }: Certificate): boolean {
  try {
    return isStrongKey(x509.publicKey)
  } catch {
    // A kind of key that OpenSSL does not know.
    return false
  }
}

export function timeProblem({ notBeforeMs, notAfterMs }: Certificate, nowMs: number): RejectionReason | undefined {
  // Written so that NaN on either side is a problem.
  if (!(nowMs >= notBeforeMs)) return 'certificate-not-yet-valid'
  return nowMs <= notAfterMs ? undefined : 'certificate-expired'
}
