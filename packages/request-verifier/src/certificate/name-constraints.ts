import { type DerElement, derTag, expectTag, readDer, readSequence } from './der.js'
import { readGeneralNames } from './general-name.js'

/** The maximum length of a host name. */
const longestName = 253

/** Letters, digits, hyphens and underscores between single dots. The empty string stands for every host. */
const domain = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)?$/

/**
 * Returns a function that says whether an authority's name constraints allow certificates for all of these hosts (RFC
 * 5280, 4.2.1.10). Only constraints on hosts are applied. Critical constraints of other kinds must not be ignored, so
 * an authority with such constraints is allowed no host. The same holds if its constraint on hosts is not a domain.
 *
 * @throws {RangeError} if they are not DER of NameConstraints
 */
export function readNameConstraints(constraints: Buffer, critical: boolean): (hosts: readonly string[]) => boolean {
  const subtrees = readSequence(constraints)
  const first = subtrees[0]?.tag === derTag.explicit(0) ? subtrees.shift() : undefined
  const second = subtrees[0]?.tag === derTag.explicit(1) ? subtrees.shift() : undefined
  if (subtrees.length > 0 || !(first ?? second)) throw new RangeError('the name constraints are invalid')
  const permitted = readSubtrees(first)
  const excluded = readSubtrees(second)
  const isApplied = [permitted, excluded].every(
    ({ dns, hasOthers }) =>
      !(critical && hasOthers) && dns.every((name) => name.length <= longestName && domain.test(name)),
  )
  if (!isApplied) return () => false

  const permittedDomains = new Set(permitted.dns)
  const excludedDomains = new Set(excluded.dns)
  // A wildcard stands for all names below its domain, and some of them may be excluded.
  const aboveExcluded = new Set(excluded.dns.flatMap(domainsOf))
  const allows = (domains: readonly string[]) =>
    domains.length > 0 &&
    (permittedDomains.size === 0 || domains.some((name) => permittedDomains.has(name))) &&
    !domains.some((name) => excludedDomains.has(name)) &&
    !(domains[0]?.startsWith('*.') && aboveExcluded.has(domains[1] ?? ''))
  return (hosts) => domainsOfAll(hosts).every(allows)
}

/** Split once for all authorities of a file that are checked for the same hosts. */
const domainsByHosts = new WeakMap<readonly string[], string[][]>()

function domainsOfAll(hosts: readonly string[]): string[][] {
  const domains = domainsByHosts.get(hosts) ?? hosts.map(domainsOf)
  domainsByHosts.set(hosts, domains)
  return domains
}

/**
 * GeneralSubtrees ::= SEQUENCE SIZE (1..MAX) OF SEQUENCE { base GeneralName }. RFC 5280 does not use the optional
 * members.
 */
function readSubtrees(subtrees: DerElement | undefined): { dns: string[]; hasOthers: boolean } {
  if (subtrees === undefined) return { dns: [], hasOthers: false }
  const bases = readDer(subtrees.content).map((subtree) => {
    const [base, more] = readDer(expectTag(subtree, derTag.sequence).content)
    if (!base || more) throw new RangeError('the element is not a subtree')
    return base
  })
  return readGeneralNames(bases)
}

/**
 * The host and every domain that contains it: `a.b`, `b`, and the empty one, which contains all. Empty for a name that
 * is too long for a host.
 */
function domainsOf(host: string): string[] {
  if (host.length > longestName) return []
  const domains = [host]
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) domains.push(host.slice(dot + 1))
  return [...domains, '']
}
