import { generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto'
import { days } from './certificates.js'

/** A certificate assembled byte by byte, as no generator of certificates would create it. */
export interface Crafted {
  readonly pem: string
  readonly subject: Buffer
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
  /** The algorithm with which it signs other certificates. */
  readonly signsBy: SignatureAlgorithm
}

export interface SignatureAlgorithm {
  /** DER of the AlgorithmIdentifier. */
  readonly id: Buffer
  sign(bytes: Buffer, key: KeyObject): Buffer
}

export interface CraftOptions {
  readonly name?: string
  readonly by?: Crafted
  readonly keys?: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
  readonly signsBy?: SignatureAlgorithm
  /** DER of the whole field `[0]`: version 3 by default, and an empty buffer for no field. */
  readonly version?: Buffer
  readonly notBefore?: Buffer
  readonly notAfter?: Buffer
  /** Each extension in DER; `undefined` for no extensions field. */
  readonly extensions?: readonly Buffer[] | undefined
  /** DER that replaces the field with `extensions`. */
  readonly afterKey?: Buffer
}

export function der(tag: number, ...parts: readonly (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : part)))
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content])
}

function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const hex = length.toString(16)
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes])
}

export const sequence = (...parts: readonly (Buffer | string)[]) => der(0x30, ...parts)
/** The content of an element. */
export function contentOf(element: Buffer): Buffer {
  const first = element[1] ?? 0
  return element.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f))
}

/** The consecutive elements in these bytes. */
export function elementsOf(bytes: Buffer): Buffer[] {
  if (bytes.length === 0) return []
  const [first = 0, high = 0, low = 0] = bytes.subarray(1)
  const [header, length] = first === 0x82 ? [4, high * 256 + low] : first === 0x81 ? [3, high] : [2, first]
  return [bytes.subarray(0, header + length), ...elementsOf(bytes.subarray(header + length))]
}

export const utcTime = (text: string) => der(0x17, Buffer.from(text))
export const generalizedTime = (text: string) => der(0x18, Buffer.from(text))

/** @param id the content of the object identifier, in hex */
export function extension(id: string, value: Buffer | string, critical: boolean | Buffer = false): Buffer {
  const flag = Buffer.isBuffer(critical) ? critical : critical ? der(0x01, 'ff') : Buffer.alloc(0)
  return sequence(der(0x06, id), flag, der(0x04, value))
}

export const basicConstraints = (value: Buffer | string = sequence(der(0x01, 'ff'))) => extension('551d13', value, true)
export const keyUsage = (value: Buffer | string) => extension('551d0f', value, true)
export const certificateSigning = keyUsage('03020106')
export const digitalSignature = keyUsage('03020780')
export const extendedKeyUsage = (...ids: readonly string[]) =>
  extension('551d25', sequence(...ids.map((id) => der(0x06, id))))
export const serverAuth = '2b06010505070301'
export const dnsName = (name: string) => der(0x82, Buffer.from(name))
export const alternativeNames = (...names: readonly Buffer[]) => extension('551d11', sequence(...names))
/** @param subtrees DER of `[0]` and `[1]` */
export const nameConstraints = (...subtrees: readonly Buffer[]) => extension('551d1e', sequence(...subtrees), true)
export const permitted = (...bases: readonly Buffer[]) => der(0xa0, ...bases.map((base) => sequence(base)))
export const excluded = (...bases: readonly Buffer[]) => der(0xa1, ...bases.map((base) => sequence(base)))

export const authority = [basicConstraints(), certificateSigning]
export const alexas = [
  basicConstraints(sequence()),
  digitalSignature,
  extendedKeyUsage(serverAuth),
  alternativeNames(dnsName('echo-api.amazon.com')),
]

const hashIds = { sha256: '0609608648016503040201', sha384: '0609608648016503040202', sha512: '0609608648016503040203' }
const rsaIds = { sha256: '0b', sha384: '0c', sha512: '0d', sha1: '05' }
const ecdsaIds = { sha256: '02', sha384: '03', sha512: '04' }

export function byRsa(hash: keyof typeof rsaIds): SignatureAlgorithm {
  const id = sequence(der(0x06, `2a864886f70d0101${rsaIds[hash]}`), '0500')
  return { id, sign: (bytes, key) => signBytes(hash, bytes, key) }
}

export function byRsaPss(hash: keyof typeof hashIds): SignatureAlgorithm {
  const hashId = sequence(hashIds[hash], '0500')
  const saltLength = { sha256: 32, sha384: 48, sha512: 64 }[hash]
  const mask = sequence(der(0x06, '2a864886f70d010108'), hashId)
  const salt = der(0x02, Buffer.from([saltLength]))
  const parameters = sequence(der(0xa0, hashId), der(0xa1, mask), der(0xa2, salt))
  const id = sequence(der(0x06, '2a864886f70d01010a'), parameters)
  return { id, sign: (bytes, key) => signBytes(hash, bytes, { key, padding: 6, saltLength }) }
}

export function byEcdsa(hash: keyof typeof ecdsaIds): SignatureAlgorithm {
  return {
    id: sequence(der(0x06, `2a8648ce3d0403${ecdsaIds[hash]}`)),
    sign: (bytes, key) => signBytes(hash, bytes, key),
  }
}

export function byEdDsa(curve: 'ed25519' | 'ed448'): SignatureAlgorithm {
  const id = sequence(der(0x06, { ed25519: '2b6570', ed448: '2b6571' }[curve]))
  return { id, sign: (bytes, key) => signBytes(null, bytes, key) }
}

const made = new Map<string, { publicKey: KeyObject; privateKey: KeyObject }>()

/** One RSA key pair per name, because creating them is slow. */
export function rsaKeys(name: string): { publicKey: KeyObject; privateKey: KeyObject } {
  const keys = made.get(name) ?? generateKeyPairSync('rsa', { modulusLength: 2048 })
  made.set(name, keys)
  return keys
}

const nameOf = (text: string) => sequence(der(0x31, sequence(der(0x06, '550403'), der(0x0c, Buffer.from(text)))))

let serial = 1

export function craft(options: CraftOptions): Crafted {
  const { name = 'Root', by, keys = rsaKeys(name), signsBy = byRsa('sha256'), extensions } = options
  const subject = nameOf(name)
  const issuer = by ?? { subject, privateKey: keys.privateKey, signsBy }
  serial += 1
  const fields = [
    options.version ?? der(0xa0, '020102'),
    der(0x02, Buffer.from([serial >> 8, serial & 0xff].slice(serial > 0xff ? 0 : 1))),
    issuer.signsBy.id,
    issuer.subject,
    sequence(options.notBefore ?? timeOf(days(-30)), options.notAfter ?? timeOf(days(30))),
    subject,
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    options.afterKey ?? (extensions ? der(0xa3, sequence(...extensions)) : Buffer.alloc(0)),
  ]
  const signed = sequence(...fields)
  const signature = issuer.signsBy.sign(signed, issuer.privateKey)
  const certificate = sequence(signed, issuer.signsBy.id, der(0x03, '00', signature))
  return { pem: toPem(certificate), subject, signsBy, ...keys }
}

export function fromPem(pem: string): Buffer {
  return Buffer.from(pem.split('\n').slice(1, -2).join(''), 'base64')
}

export function toPem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

const timeOf = (date: Date) => utcTime(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`)
