import type { KeyObject } from 'node:crypto'
import { type DerElement, derTag } from './der.js'

/** SHA-2 with RSA or ECDSA, and EdDSA: object identifiers as DER in hex. MD5 and SHA-1 signatures can be forged. */
const strongSignatures = new Set([
  '2a864886f70d01010b', // sha256WithRSAEncryption
  '2a864886f70d01010c', // sha384WithRSAEncryption
  '2a864886f70d01010d', // sha512WithRSAEncryption
  '2a8648ce3d040302', // ecdsa-with-SHA256
  '2a8648ce3d040303', // ecdsa-with-SHA384
  '2a8648ce3d040304', // ecdsa-with-SHA512
  '2b6570', // Ed25519
  '2b6571', // Ed448
])
const rsaPss = '2a864886f70d01010a'
/** SHA-256, SHA-384 and SHA-512. Without one of them, RSASSA-PSS means SHA-1. */
const sha2 = /^.{4,8}06096086480165030402(?:01|02|03)/

/** @param algorithm the elements of an AlgorithmIdentifier: an object identifier, then its parameters */
export function isStrongSignature([id, parameters]: readonly DerElement[]): boolean {
  const name = id?.content.toString('hex') ?? ''
  if (name !== rsaPss) return strongSignatures.has(name)
  const hash = parameters?.content
  return hash?.[0] === derTag.explicit(0) && sha2.test(hash.toString('hex'))
}

const strongCurves = new Set(['prime256v1', 'secp384r1', 'secp521r1'])

/** A curve without a name is one that somebody made up. */
export function isStrongKey({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  switch (asymmetricKeyType) {
    case 'rsa':
    case 'rsa-pss':
      return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
    case 'ec':
      return strongCurves.has(asymmetricKeyDetails?.namedCurve ?? '')
    default:
      return asymmetricKeyType === 'ed25519' || asymmetricKeyType === 'ed448'
  }
}
