import { type DerElement, derTag, expectTag, readDer, readSequence } from './der.js'
import { readGeneralNames } from './general-name.js'
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
  /** Name constraints: whether a certificate for these hosts may be below it. `undefined` without any. */
  readonly allowsNames: ((hosts: readonly string[]) => boolean) | undefined
  /** It has a condition that this verifier does not know and must not ignore (RFC 5280, 4.2). */
  readonly hasUnknownCritical: boolean
}

/** DER of the extensions' object identifiers, in hex. */
const id = Object.freeze({
  subjectAltName: '551d11',
  basicConstraints: '551d13',
  nameConstraints: '551d1e',
  keyUsage: '551d0f',
  extendedKeyUsage: '551d25',
  /** Any policy will do here, so that there is nothing to check. */
  certificatePolicies: '551d20',
})
const known = new Set<string>(Object.values(id))

/** Purposes that include being a TLS server: `serverAuth` and `anyExtendedKeyUsage`. */
const serverPurposes = new Set(['2b06010505070301', '551d2500'])

/**
 * @param elements of the certificate's `extensions`; `undefined` without the field
 * @throws {RangeError} when they are not DER of the types that RFC 5280 gives them, or one is there twice
 */
export function readExtensions(version: number, elements: readonly DerElement[] | undefined): Extensions {
  if (elements && (version !== 3 || elements.length === 0)) throw new RangeError('no place for extensions')
  const values = new Map<string, { value: Buffer; critical: boolean }>()
  for (const element of elements ?? []) {
    const { name, ...extension } = readExtension(element)
    if (values.has(name)) throw new RangeError('an extension twice')
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
  if (tag !== derTag.sequence || parts.length > 0) throw new RangeError('not an extension')
  return { name, critical, value }
}

/** BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER OPTIONAL } */
function readBasicConstraints(value: Buffer | undefined): Pick<Extensions, 'isAuthority' | 'pathLength'> {
  const parts = value ? readSequence(value) : []
  const isAuthority = parts[0]?.tag === derTag.boolean && readBoolean(parts.shift())
  const length = parts.shift()
  if (parts.length > 0 || (length && !isAuthority)) throw new RangeError('not basic constraints')
  return { isAuthority, pathLength: length ? readPathLength(length) : Number.POSITIVE_INFINITY }
}

/** Of DER's booleans, with the default spelled out that some authorities write. */
function readBoolean(element: DerElement | undefined): boolean {
  const value = element?.content.toString('hex')
  if (value !== 'ff' && value !== '00') throw new RangeError('not a BOOLEAN')
  return value === 'ff'
}

/** Not negative, not spelled longer than needed, and not longer than any path. */
function readPathLength(element: DerElement): number {
  const { content } = expectTag(element, derTag.integer)
  const length = content.length === 1 ? content.readInt8(0) : -1
  if (length < 0) throw new RangeError('not a path length')
  return length
}

/** The first eight bits of a BIT STRING, whose first byte says how many bits of the last one are not used. */
function readKeyUsage(value: Buffer): number {
  const [bits, more] = readDer(value)
  const { content } = expectTag(bits, derTag.bitString)
  const unused = content[0] ?? 8
  const last = content.at(-1) ?? 0
  if (more || content.length < 2 || unused > 7 || (last & ((1 << unused) - 1)) !== 0) throw new RangeError('not bits')
  return content[1] ?? 0
}

/** ExtKeyUsageSyntax ::= SEQUENCE SIZE (1..MAX) OF OBJECT IDENTIFIER */
function readPurposes(value: Buffer): string[] {
  const purposes = readSequence(value)
  if (purposes.length === 0) throw new RangeError('no purposes')
  return purposes.map((purpose) => expectTag(purpose, derTag.objectId).content.toString('hex'))
}
