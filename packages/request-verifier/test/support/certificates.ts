import 'reflect-metadata'
import { KeyObject, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

/** Loaded here, after the polyfill that it needs. */
export { x509 }

/** A certificate that a test created, with its keys. */
export interface Issued {
  readonly pem: string
  readonly subject: string
  readonly keys: webcrypto.CryptoKeyPair
  readonly privateKey: KeyObject
}

export interface IssueOptions {
  readonly name?: string
  /** The issuer. Without it, the certificate is self-signed. */
  readonly by?: Issued
  readonly keys?: webcrypto.CryptoKeyPair
  readonly from?: Date
  readonly until?: Date
  readonly signatureHash?: 'SHA-1' | 'SHA-256' | 'SHA-384'
  /** RSASSA-PSS, for an issuer with an RSA key. */
  readonly pss?: boolean
  /** Replaces the default extensions of the role. */
  readonly extensions?: readonly x509.Extension[]
  /** Added after the default extensions of the role. */
  readonly moreExtensions?: readonly x509.Extension[]
}

/** The time of all tests, unless a test sets another one. */
export const now = Date.parse('2026-12-01T12:00:00Z')
export const dayMs = 86_400_000
export const days = (count: number) => new Date(now + count * dayMs)

/** Creating RSA keys is slow, so tests share one key per role. */
const made = new Map<string, Promise<webcrypto.CryptoKeyPair>>()

export function keysFor(
  role: string,
  algorithm: 'rsa' | 'ecdsa' = 'rsa',
  bits = 2048,
): Promise<webcrypto.CryptoKeyPair> {
  const name = `${role} ${algorithm} ${bits}`
  const keys = made.get(name) ?? generateKeys(algorithm, bits)
  made.set(name, keys)
  return keys
}

function generateKeys(algorithm: 'rsa' | 'ecdsa', bits: number): Promise<webcrypto.CryptoKeyPair> {
  const parameters =
    algorithm === 'ecdsa'
      ? { name: 'ECDSA', namedCurve: 'P-384' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: bits, publicExponent: new Uint8Array([1, 0, 1]) }
  return webcrypto.subtle.generateKey(parameters, true, ['sign', 'verify'])
}

export async function issueRoot(options: IssueOptions = {}): Promise<Issued> {
  return issue({ name: 'Root', keys: await keysFor('root'), ...options }, authorityExtensions())
}

export async function issueIntermediate(options: IssueOptions & { readonly by: Issued }): Promise<Issued> {
  return issue({ name: 'Intermediate', keys: await keysFor('intermediate'), ...options }, authorityExtensions())
}

/** The extensions of Amazon's certificates for signing requests. */
export async function issueLeaf(
  options: IssueOptions & { readonly dnsNames?: readonly string[] } = {},
): Promise<Issued> {
  const { dnsNames = ['echo-api.amazon.com'] } = options
  return issue({ name: 'echo-api.amazon.com', keys: await keysFor('leaf'), ...options }, leafExtensions(dnsNames))
}

export function authorityExtensions(pathLength?: number, keyUsage = x509.KeyUsageFlags.keyCertSign): x509.Extension[] {
  return [new x509.BasicConstraintsExtension(true, pathLength, true), new x509.KeyUsagesExtension(keyUsage, true)]
}

export function leafExtensions(dnsNames: readonly string[] = ['echo-api.amazon.com']): x509.Extension[] {
  return [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    new x509.SubjectAlternativeNameExtension(dnsNames.map((value) => ({ type: 'dns', value }))),
  ]
}

let serial = 0

async function issue(options: IssueOptions, ownExtensions: readonly x509.Extension[]): Promise<Issued> {
  const { name = '', by, from = days(-30), until = days(30), signatureHash = 'SHA-256', moreExtensions = [] } = options
  const keys = options.keys ?? (await keysFor('other'))
  const signingKey = await forSigning((by ? by.keys : keys).privateKey, signatureHash, options.pss)
  serial += 1
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial.toString(16).padStart(4, '0'),
    subject: `CN=${name}`,
    issuer: by?.subject ?? `CN=${name}`,
    notBefore: from,
    notAfter: until,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: { name: signingKey.algorithm.name, hash: signatureHash, saltLength: 32 } as webcrypto.EcdsaParams,
    extensions: [...(options.extensions ?? ownExtensions), ...moreExtensions],
  })
  return {
    pem: certificate.toString('pem'),
    subject: certificate.subject,
    keys,
    privateKey: KeyObject.from(keys.privateKey),
  }
}

/** Imports the key, because an RSA key of Web Crypto supports only one scheme and one hash. */
async function forSigning(key: webcrypto.CryptoKey, hash: string, pss = false): Promise<webcrypto.CryptoKey> {
  const name = pss ? 'RSA-PSS' : key.algorithm.name
  if (name === 'ECDSA') return key
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', key)
  return webcrypto.subtle.importKey('pkcs8', pkcs8, { name, hash }, true, ['sign'])
}

/** The PEM file behind a certificate URL. */
export function chainOf(...certificates: readonly Issued[]): string {
  return certificates.map(({ pem }) => pem).join('\n')
}
