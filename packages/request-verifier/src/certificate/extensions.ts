import { type DerElement, derTag, readDer, readSequence } from './der.js'
import { readNameConstraints } from './name-constraints.js'

/** What a certificate says about its own use. Read here, since Node's `X509Certificate` tells little of it. */
export interface Extensions {
  /** Basic constraints: it may sign certificates. */
  readonly isAuthority: boolean
  /** Basic constraints: how many authorities may stand between it and the end of the chain. */
  readonly pathLength: number
  /** Without a key usage extension, all of them. */
  readonly maySign: boolean
  readonly mayCertify: boolean
  /** Extended key usage: without the extension, for everything. Alexa's is a certificate for TLS servers. */
  readonly isForServers: boolean
  readonly dnsNames: readonly string[]
  /** Name constraints: whether certificates for this host may be below it. */
  allowsName(host: string): boolean
  /** It has a condition that this verifier does not know and must not ignore (RFC 5280, 4.2). */
  readonly hasUnknownCritical: boolean
}

/** DER of the object identifiers, in hex. */
const id = Object.freeze({
  subjectAltName: '551d11',
  basicConstraints: '551d13',
  nameConstraints: '551d1e',
  keyUsage: '551d0f',
  extendedKeyUsage: '551d25',
  /** Any policy will do here, so that there is nothing to check. */
  certificatePolicies: '551d20',
  serverAuth: '2b06010505070301',
  anyExtendedKeyUsage: '551d2500',
})
const known = new Set<string>(Object.values(id))

/**
 * @param elements of the certificate's `extensions`
 * @throws {RangeError} when they are not DER, or one is there twice
 */
export function readExtensions(elements: readonly DerElement[]): Extensions {
  const values = new Map<string, Buffer>()
  let hasUnknownCritical = false
  for (const { content } of elements) {
    const parts = readDer(content)
    const name = parts[0]?.content.toString('hex') ?? ''
    const value = parts.at(-1)?.content
    if (parts.length < 2 || value === undefined || values.has(name)) throw new RangeError('not an extension')
    values.set(name, value)
    const critical = parts.length > 2 && isTrue(parts[1])
    if (critical && !known.has(name)) hasUnknownCritical = true
  }
  const [authority, pathLength] = sequenceIn(values.get(id.basicConstraints))
  const keyUsage = values.get(id.keyUsage)
  const purposes = values.get(id.extendedKeyUsage)
  const nameConstraints = values.get(id.nameConstraints)
  return {
    isAuthority: isTrue(authority),
    pathLength: pathLength === undefined ? Number.POSITIVE_INFINITY : integerIn(pathLength),
    maySign: keyUsage === undefined || hasBit(keyUsage, 0),
    mayCertify: keyUsage === undefined || hasBit(keyUsage, 5),
    isForServers:
      purposes === undefined ||
      sequenceIn(purposes).some(({ content }) => {
        const purpose = content.toString('hex')
        return purpose === id.serverAuth || purpose === id.anyExtendedKeyUsage
      }),
    dnsNames: sequenceIn(values.get(id.subjectAltName))
      .filter(({ tag }) => tag === derTag.implicit(2))
      .map(({ content }) => content.toString('latin1').toLowerCase()),
    allowsName: nameConstraints === undefined ? () => true : readNameConstraints(nameConstraints),
    hasUnknownCritical,
  }
}

function sequenceIn(value: Buffer | undefined): DerElement[] {
  return value === undefined ? [] : readSequence(value)
}

function isTrue(element: DerElement | undefined): boolean {
  return element?.tag === derTag.boolean && element.content.length === 1 && element.content[0] !== 0
}

function integerIn({ tag, content }: DerElement): number {
  if (tag !== derTag.integer || content.length === 0 || content.length > 4) throw new RangeError('not a path length')
  return content.readIntBE(0, content.length)
}

/** Of a BIT STRING, whose bits count from the left and whose first byte says how many at the end are none. */
function hasBit(value: Buffer, bit: number): boolean {
  const bits = readDer(value)[0]?.content
  return (((bits?.[1] ?? 0) >> (7 - bit)) & 1) === 1
}
