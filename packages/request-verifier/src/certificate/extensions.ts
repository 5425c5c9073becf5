import { type DerElement, derTag, expectTag, readDer, readSequence } from './der.js'
import { readGeneralNames } from './general-name.js'
import { readNameConstraints } from './name-constraints.js'

/** What a certificate says about its own use. Parsed here, because Node's `X509Certificate` provides little of it. */
export interface Extensions {
  /** Basic constraints: it may sign certificates. */
  readonly isAuthority: boolean
  /** Basic constraints: the number of authorities allowed between it and the end of the chain. */
  readonly pathLength: number
  /** Key usage. Without the extension, it may sign. */
  readonly maySign: boolean
  readonly mayCertify: boolean
  /**
   * Extended key usage. Without the extension, it may be used for everything. Alexa's certificate is for TLS servers.
   */
  readonly isForServers: boolean
  readonly dnsNames: readonly string[]
  /** Name constraints: whether it allows a certificate for these hosts below it. `undefined` without constraints. */
  readonly allowsNames: ((hosts: readonly string[]) => boolean) | undefined
  /** Whether it has a critical extension that this verifier does not know, and must not ignore (RFC 5280, 4.2). */
  readonly hasUnknownCritical: boolean
}

/** The object identifiers of the extensions, as DER in hex. */
const id = Object.freeze({
  subjectAltName: '551d11',
  basicConstraints: '551d13',
  nameConstraints: '551d1e',
  keyUsage: '551d0f',
  extendedKeyUsage: '551d25',
  /** Any policy is accepted, so it need not be checked. */
  certificatePolicies: '551d20',
})
const known = new Set<string>(Object.values(id))

/** Purposes that include TLS servers: `serverAuth` and `anyExtendedKeyUsage`. */
const serverPurposes = new Set(['2b06010505070301', '551d2500'])

/**
 * Reads the extensions of a certificate.
 *
 * @param elements of the certificate's `extensions`; `undefined` without the field
 * @throws {RangeError} if they are not DER of the types in RFC 5280, or if one occurs twice
 */
export function readExtensions(version: number, elements: readonly DerElement[] | undefined): Extensions {
  if (elements && (version !== 3 || elements.length === 0))
    throw new RangeError('extensions require version 3 and must not be empty')
  const values = new Map<string, { value: Buffer; critical: boolean }>()
  for (const element of elements ?? []) {
    const { name, ...extension } = readExtension(element)
    if (values.has(name)) throw new RangeError('an extension occurs twice')
    values.set(name, extension)
  }
  const basicConstraints = values.get(id.basicConstraints)
  const keyUsage = values.get(id.keyUsage)
  const purposes = values.get(id.extendedKeyUsage)
  const names = values.get(id.subjectAltName)
  const nameConstraints = values.get(id.nameConstraints)
  const uses = keyUsage ? readKeyUsage(keyUsage.value) : 0xff
  return {
    ...readBasicConstraints(basicConstraints?.value),
    maySign: (uses & 0x80) !== 0,
    mayCertify: (uses & 0x04) !== 0,
    isForServers: purposes === undefined || readPurposes(purposes.value).some((purpose) => serverPurposes.has(purpose)),
    dnsNames: names ? readGeneralNames(readSequence(names.value)).dns : [],
    allowsNames: nameConstraints && readNameConstraints(nameConstraints.value, nameConstraints.critical),
    hasUnknownCritical: [...values].some(([name, { critical }]) => critical && !known.has(name)),
  }
}

/** Extension ::= SEQUENCE { OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE, OCTET STRING } */
function readExtension({ tag, content }: DerElement): { name: string; critical: boolean; value: Buffer } {
  const parts = readDer(content)
  const name = expectTag(parts.shift(), derTag.objectId).content.toString('hex')
  const critical = parts[0]?.tag === derTag.boolean && readBoolean(parts.shift())
  const value = expectTag(parts.shift(), derTag.octetString).content
  if (tag !== derTag.sequence || parts.length > 0) throw new RangeError('the element is not an extension')
  return { name, critical, value }
}

/** BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER OPTIONAL } */
function readBasicConstraints(value: Buffer | undefined): Pick<Extensions, 'isAuthority' | 'pathLength'> {
  const parts = value ? readSequence(value) : []
  const isAuthority = parts[0]?.tag === derTag.boolean && readBoolean(parts.shift())
  const length = parts.shift()
  if (parts.length > 0 || (length && !isAuthority)) throw new RangeError('the basic constraints are invalid')
  return { isAuthority, pathLength: length ? readPathLength(length) : Number.POSITIVE_INFINITY }
}

/** A boolean in DER. Also accepts the default value, which some authorities write. */
function readBoolean(element: DerElement | undefined): boolean {
  const value = element?.content.toString('hex')
  if (value !== 'ff' && value !== '00') throw new RangeError('the value is not a BOOLEAN')
  return value === 'ff'
}

/** Not negative, in the shortest form, and not longer than any path. */
function readPathLength(element: DerElement): number {
  const { content } = expectTag(element, derTag.integer)
  const length = content.length === 1 ? content.readInt8(0) : -1
  if (length < 0) throw new RangeError('the path length is negative')
  return length
}

/** The first eight bits of a BIT STRING, whose first byte is the number of unused bits in the last byte. */
function readKeyUsage(value: Buffer): number {
  const [bits, more] = readDer(value)
  const { content } = expectTag(bits, derTag.bitString)
  const unused = content[0] ?? 8
  const last = content.at(-1) ?? 0
  if (more || content.length < 2 || unused > 7 || (last & ((1 << unused) - 1)) !== 0)
    throw new RangeError('the value is not a BIT STRING')
  return content[1] ?? 0
}

/** ExtKeyUsageSyntax ::= SEQUENCE SIZE (1..MAX) OF OBJECT IDENTIFIER */
function readPurposes(value: Buffer): string[] {
  const purposes = readSequence(value)
  if (purposes.length === 0) throw new RangeError('the list of purposes is empty')
  return purposes.map((purpose) => expectTag(purpose, derTag.objectId).content.toString('hex'))
}
