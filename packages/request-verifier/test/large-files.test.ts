import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { setUp, signedRequest } from './support/alexa.js'
import {
  alexas,
  alternativeNames,
  authority,
  byEcdsa,
  byEdDsa,
  type Crafted,
  craft,
  der,
  dnsName,
  excluded,
  nameConstraints,
  permitted,
  rsaKeys,
} from './support/der-certificates.js'

const limit = 65_536
const root = craft({ name: 'Root', extensions: authority })
const stranger = { privateKey: rsaKeys('stranger').privateKey }
const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const fileOf = (...certificates: readonly Crafted[]) => certificates.map(({ pem }) => pem).join('')
/** Different names of two to four bytes each. */
const names = (count: number) => range(count).map((index) => dnsName(index.toString(36)))

function leafWith(count: number, by: Crafted): Crafted {
  return craft({
    name: 'Leaf',
    by,
    extensions: [...alexas.slice(0, 3), alternativeNames(dnsName('echo-api.amazon.com'), ...names(count))],
  })
}

function authorityWith(...subtrees: readonly Buffer[]): Crafted {
  return craft({ name: 'Authority', by: root, extensions: [...authority, nameConstraints(...subtrees)] })
}

/** Files that are expensive to read, none longer than allowed. */
const files: Record<string, () => string> = {
  'thousands of names and of excluded domains': () => {
    const by = authorityWith(permitted(dnsName('')), excluded(...names(2600)))
    return fileOf(leafWith(4000, by), by)
  },
  'the maximum number of names and domains': () => {
    const by = authorityWith(permitted(dnsName(''), ...names(255)), excluded(...names(256)))
    return fileOf(leafWith(255, by), by)
  },
  'many authorities with many domains': () => {
    const authorities = range(24).map(() => authorityWith(permitted(...names(120))))
    return fileOf(leafWith(255, authorities[0] ?? root), ...authorities)
  },
  'long names with many parts': () => {
    const long = range(60).map((index) => dnsName(`${'a.'.repeat(120)}${index}`))
    const by = authorityWith(permitted(dnsName('')), excluded(...long))
    const extensions = [...alexas.slice(0, 3), alternativeNames(dnsName('echo-api.amazon.com'), ...long)]
    return fileOf(craft({ name: 'Leaf', by, extensions }), by)
  },
  'long names that many authorities might certify': () => {
    const long = range(80).map((index) => dnsName(`${'a.'.repeat(124)}${index}`))
    const authorities = range(26).map(() => authorityWith(excluded(dnsName('79'))))
    const extensions = [...alexas.slice(0, 3), alternativeNames(dnsName('echo-api.amazon.com'), ...long)]
    return fileOf(craft({ name: 'Leaf', by: authorities[0] ?? root, extensions }), ...authorities)
  },
  'leaves and authorities that do not belong together': () => {
    const authorities = range(15).map(() => authorityWith(excluded(dnsName('6g'))))
    return fileOf(...range(16).map(() => leafWith(240, authorities[0] ?? root)), ...authorities)
  },
  'one name of 40,000 bytes': () => {
    const by = authorityWith(permitted(dnsName('a.'.repeat(4000))))
    const extensions = [
      ...alexas.slice(0, 3),
      alternativeNames(dnsName('echo-api.amazon.com'), dnsName('b.'.repeat(16_000))),
    ]
    return fileOf(craft({ name: 'Leaf', by, extensions }), by)
  },
  'authorities that certify each other': () => {
    const keys = generateKeyPairSync('ec', { namedCurve: 'P-521' })
    const signsBy = byEcdsa('sha512')
    const self = craft({ name: 'Authority', keys, signsBy, extensions: authority })
    const circle = range(31).map(() => craft({ name: 'Authority', by: self, keys, signsBy, extensions: authority }))
    return fileOf(leafWith(0, self), ...circle)
  },
  'issuers with the longest keys': () => {
    const issuers = range(20).map((index) => withKey(longKey(8192, 'ffffffff', index)))
    return fileOf(leafWith(0, issuers[0] ?? root), ...issuers)
  },
  'issuers with exponents as long as their keys': () => {
    const issuers = range(20).map((index) => withKey(longKey(3072, 'ff'.repeat(384), index)))
    return fileOf(leafWith(0, issuers[0] ?? root), ...issuers)
  },
  'leaves with many possible issuers each': () => {
    const issuers = range(16).map(() => craft({ name: 'Authority', keys: rsaKeys('authority'), extensions: authority }))
    const other = craft({ name: 'Authority', keys: rsaKeys('other'), extensions: authority })
    return fileOf(...range(16).map(() => leafWith(0, other)), ...issuers)
  },
  'blocks without content': () => '-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----'.repeat(1100),
  'the maximum number of certificates': () => {
    const keys = generateKeyPairSync('ed448')
    return fileOf(
      ...range(32).map(() => craft({ name: 'Authority', keys, signsBy: byEdDsa('ed448'), extensions: alexas })),
    )
  },
  'keys on custom curves': () => {
    const keys = generateKeyPairSync('ec', { namedCurve: 'P-521', paramEncoding: 'explicit' })
    const own = () => craft({ name: 'Authority', keys, signsBy: byEcdsa('sha512'), extensions: authority })
    return fileOf(leafWith(0, own()), ...range(31).map(own))
  },
  'nested elements': () => {
    const nested = range(3000).reduce<Buffer>((inner) => der(0x30, inner), Buffer.alloc(0))
    return fileOf(craft({ name: 'Leaf', extensions: [...alexas, nested] }))
  },
  'beginnings without an end': () => '-----BEGIN CERTIFICATE-----'.repeat(2400),
}

function withKey(publicKey: KeyObject): Crafted {
  return craft({
    name: 'Authority',
    by: root,
    extensions: authority,
    keys: { publicKey, privateKey: stranger.privateKey },
  })
}

function longKey(bits: number, exponent: string, index: number): KeyObject {
  const modulus = Buffer.alloc(bits / 8, 0xff)
  modulus[bits / 8 - 2] = index
  const e = Buffer.from(exponent, 'hex').toString('base64url')
  return createPublicKey({ key: { kty: 'RSA', n: modulus.toString('base64url'), e }, format: 'jwk' })
}

describe('certificate file within the size limit', () => {
  const made = new Map<string, string>()
  beforeAll(() => {
    for (const [name, make] of Object.entries(files)) made.set(name, make())
  })

  it.each(Object.keys(files))('does not block the process if it contains %s', async (name) => {
    const file = made.get(name) ?? ''
    expect(file.length).toBeLessThanOrEqual(limit)
    const tookMs: number[] = []
    for (const _ of range(3)) {
      const { verifier } = setUp(root.pem, file)
      const before = process.cpuUsage()
      expect((await verifier.verify(signedRequest(stranger))).status).toBe('rejected')
      const { user, system } = process.cpuUsage(before)
      tookMs.push((user + system) / 1000)
    }
    // Measures CPU time, because other processes hardly change it: at most 25 ms. The whole file may be processed at
    // once while requests wait.
    expect(Math.min(...tookMs)).toBeLessThan(150)
  })
})
