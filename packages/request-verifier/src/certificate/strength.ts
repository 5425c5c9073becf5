import type { KeyObject } from 'node:crypto'
import { type DerElement, derTag, readDer, readSequence } from './der.js'

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
/** SHA-256, SHA-384 and SHA-512. Without one of them, RSASSA-PSS uses SHA-1. */
const sha2 = new Set(['608648016503040201', '608648016503040202', '608648016503040203'])

/**
 * Whether signatures by this algorithm cannot be forged.
 *
 * @param algorithm the elements of an AlgorithmIdentifier: an object identifier, then its parameters
 * @throws {RangeError} if the parameters of RSASSA-PSS are not DER
 */
export function isStrongSignature([id, parameters]: readonly DerElement[]): boolean {
  const name = id?.content.toString('hex') ?? ''
  if (name !== rsaPss) return strongSignatures.has(name)
  const [hash] = parameters ? readDer(parameters.content) : []
  if (hash?.tag !== derTag.explicit(0)) return false
  return sha2.has(readSequence(hash.content)[0]?.content.toString('hex') ?? '')
}

const strongCurves = new Set(['prime256v1', 'secp384r1', 'secp521r1'])
/** Longer keys do not occur on the web, and take long to check. */
const longestModulus = 8192
/**
 * In bits. Anyone can sign for exponent 1, and an even exponent has no signatures. A long one can take seconds to
 * check.
 */
const longestExponent = 33

/** Whether signatures by this key cannot be forged and are fast to check. A curve without a name may be invented. */
export function isStrongKey({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  const { modulusLength = 0, publicExponent = 0n, namedCurve = '' } = asymmetricKeyDetails ?? {}
  switch (asymmetricKeyType) {
    case 'rsa':
    case 'rsa-pss':
      return (
        modulusLength >= 2048 &&
        modulusLength <= longestModulus &&
        publicExponent >= 3n &&
        publicExponent % 2n === 1n &&
        publicExponent < 2n ** BigInt(longestExponent)
      )
    case 'ec':
      return strongCurves.has(namedCurve)
    default:
      return asymmetricKeyType === 'ed25519' || asymmetricKeyType === 'ed448'
  }
}
