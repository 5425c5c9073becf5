import type { KeyObject } from 'node:crypto'
import { expect, it } from 'vitest'
import { readDer } from '../src/certificate/der.js'
import { isStrongKey, isStrongSignature } from '../src/certificate/strength.js'

const isStrong = (hex: string) => isStrongSignature(readDer(Buffer.from(hex.replaceAll(' ', ''), 'hex')))

it.each([
  ['RSA with SHA-256', '06092a864886f70d01010b 0500', true],
  ['RSA with SHA-384', '06092a864886f70d01010c 0500', true],
  ['RSA with SHA-512', '06092a864886f70d01010d 0500', true],
  ['ECDSA with SHA-256', '06082a8648ce3d040302', true],
  ['ECDSA with SHA-384', '06082a8648ce3d040303', true],
  ['ECDSA with SHA-512', '06082a8648ce3d040304', true],
  ['Ed25519', '06032b6570', true],
  ['Ed448', '06032b6571', true],
  ['RSASSA-PSS with SHA-256', '06092a864886f70d01010a 300f a00d 300b 0609608648016503040201', true],
  ['RSASSA-PSS with SHA-384', '06092a864886f70d01010a 300f a00d 300b 0609608648016503040202', true],
  ['RSASSA-PSS with SHA-512', '06092a864886f70d01010a 300f a00d 300b 0609608648016503040203', true],
  ['RSA with MD5', '06092a864886f70d010104 0500', false],
  ['RSA with SHA-1', '06092a864886f70d010105 0500', false],
  ['ECDSA with SHA-1', '06072a8648ce3d0401', false],
  ['RSASSA-PSS without parameters, which means SHA-1', '06092a864886f70d01010a', false],
  ['RSASSA-PSS with no hash, which means SHA-1', '06092a864886f70d01010a 3000', false],
  ['RSASSA-PSS with a hash without an id', '06092a864886f70d01010a 3004 a002 3000', false],
  ['RSASSA-PSS with SHA-1', '06092a864886f70d01010a 300b a009 3007 06052b0e03021a', false],
  ['RSASSA-PSS with SHA-256 for the mask only', '06092a864886f70d01010a 300f a10d 300b 0609608648016503040201', false],
  ['SHA-256 in place of an algorithm', '0609608648016503040201', false],
  ['nothing', '', false],
])('judges the strength of a signature by %s', (_, algorithm, expected) => {
  expect(isStrong(algorithm)).toBe(expected)
})

const rsa = (modulusLength: number | undefined, publicExponent: bigint | undefined) => [
  { asymmetricKeyType: 'rsa', asymmetricKeyDetails: { modulusLength, publicExponent } },
  { asymmetricKeyType: 'rsa-pss', asymmetricKeyDetails: { modulusLength, publicExponent } },
]
const onCurve = (namedCurve: string | undefined) => [{ asymmetricKeyType: 'ec', asymmetricKeyDetails: { namedCurve } }]

it.each([
  ['RSA of 2048 bits', rsa(2048, 65_537n), true],
  ['RSA of 2047 bits', rsa(2047, 65_537n), false],
  ['RSA of 8192 bits', rsa(8192, 65_537n), true],
  ['RSA of 8193 bits', rsa(8193, 65_537n), false],
  ['RSA without a length', rsa(undefined, 65_537n), false],
  ['RSA without an exponent', rsa(2048, undefined), false],
  ['RSA with the exponent 1', rsa(2048, 1n), false],
  ['RSA with the exponent 2', rsa(2048, 2n), false],
  ['RSA with the exponent 3', rsa(2048, 3n), true],
  ['RSA with the exponent 65536', rsa(2048, 65_536n), false],
  ['RSA with an exponent of 33 bits', rsa(2048, 2n ** 33n - 1n), true],
  ['RSA with an exponent of 34 bits', rsa(2048, 2n ** 33n + 1n), false],
  ['P-256', onCurve('prime256v1'), true],
  ['P-384', onCurve('secp384r1'), true],
  ['P-521', onCurve('secp521r1'), true],
  ['another curve', onCurve('secp256k1'), false],
  ['a curve without a name', onCurve(undefined), false],
  ['Edwards curves', [{ asymmetricKeyType: 'ed25519' }, { asymmetricKeyType: 'ed448' }], true],
  ['another key type', [{ asymmetricKeyType: 'dsa', asymmetricKeyDetails: { modulusLength: 2048 } }, {}], false],
])('judges the strength of a key of %s', (_, keys, expected) => {
  for (const key of keys) expect(isStrongKey(key as KeyObject)).toBe(expected)
})
