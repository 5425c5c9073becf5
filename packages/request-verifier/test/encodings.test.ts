import { constants, createPublicKey, generateKeyPairSync, publicDecrypt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { setUp, signedRequest } from './support/alexa.js'
import { now } from './support/certificates.js'
import {
  alexas,
  alternativeNames,
  authority,
  basicConstraints,
  byEcdsa,
  byEdDsa,
  byRsa,
  byRsaPss,
  type Crafted,
  type CraftOptions,
  certificateSigning,
  contentOf,
  craft,
  der,
  digitalSignature,
  dnsName,
  elementsOf,
  excluded,
  extendedKeyUsage,
  extension,
  fromPem,
  generalizedTime,
  keyUsage,
  nameConstraints,
  permitted,
  rsaKeys,
  type SignatureAlgorithm,
  sequence,
  serverAuth,
  toPem,
  utcTime,
} from './support/der-certificates.js'

const alexasName = dnsName('echo-api.amazon.com')
const root = craft({ name: 'Root', extensions: authority })
const issueAuthority = (options: CraftOptions = {}) =>
  craft({ name: 'Authority', by: root, extensions: authority, ...options })
const issueLeaf = (options: CraftOptions = {}) =>
  craft({ name: 'echo-api.amazon.com', by: issueAuthority(), extensions: alexas, ...options })

async function outcomeOf(leaf: Crafted, ...chain: readonly Crafted[]): Promise<string> {
  const { verifier } = setUp(root.pem, [leaf, ...chain].map(({ pem }) => pem).join('\n'))
  const result = await verifier.verify(signedRequest(leaf))
  return result.status === 'verified' ? 'verified' : result.reason
}

const withAuthority = (options: CraftOptions) => {
  const between = issueAuthority(options)
  return outcomeOf(issueLeaf({ by: between }), between)
}
const withLeaf = (options: CraftOptions) => outcomeOf(issueLeaf(options), issueAuthority())

/** Replaces extensions of a certificate by their id. */
const leafWith = (...replaced: readonly Buffer[]) => withLeaf({ extensions: replace(alexas, replaced) })
const authorityWith = (...replaced: readonly Buffer[]) => withAuthority({ extensions: replace(authority, replaced) })

function replace(extensions: readonly Buffer[], replaced: readonly Buffer[]): Buffer[] {
  const idOf = (element: Buffer) => elementsOf(contentOf(element))[0]?.toString('hex')
  const kept = extensions.filter((element) => !replaced.some((other) => idOf(other) === idOf(element)))
  return [...kept, ...replaced]
}

it('accepts the chain that the other tests modify', async () => {
  expect(await withLeaf({})).toBe('verified')
})

describe('validity time', () => {
  it.each([
    ['UTCTime', utcTime('261101000000Z')],
    ['GeneralizedTime', generalizedTime('20261101000000Z')],
    ['UTCTime of the last century', utcTime('990101000000Z')],
  ])('accepts a time as %s', async (_, notBefore) => {
    expect(await withLeaf({ notBefore })).toBe('verified')
    expect(await withAuthority({ notBefore })).toBe('verified')
  })

  it.each([
    ['without seconds', utcTime('2611010000Z')],
    ['without a time zone', utcTime('261101000000')],
    ['with another time zone', utcTime('261101000000+0100')],
    ['with another time zone, as GeneralizedTime', generalizedTime('20261101000000+0100')],
    ['with a fraction', generalizedTime('20261101000000.5Z')],
    ['with a fraction of zero', generalizedTime('20261101000000.0Z')],
    ['with a comma', generalizedTime('20261101000000,5Z')],
    ['without minutes', generalizedTime('2026110100Z')],
    ['with the year format of the other type', utcTime('20261101000000Z')],
    ['with the year format of the other type, as GeneralizedTime', generalizedTime('261101000000Z')],
    ['on the 31st of February', utcTime('260231000000Z')],
    ['in month 13', utcTime('261301000000Z')],
    ['at 24:00', utcTime('261101240000Z')],
    ['at second 60', utcTime('261101000060Z')],
    ['with a sign', utcTime('2611010000-1Z')],
    ['with a space', utcTime('261101 00000Z')],
    ['with trailing bytes', utcTime('261101000000Z0')],
    ['as a string', der(0x0c, Buffer.from('261101000000Z'))],
    ['without content', utcTime('')],
  ])('rejects a time %s', async (_, notBefore) => {
    expect(await withLeaf({ notBefore })).toBe('certificate-wrong-name')
    expect(await withAuthority({ notBefore })).toBe('certificate-untrusted')
  })

  it('applies the same rules to the end, which is exact to the second', async () => {
    expect(await withLeaf({ notAfter: utcTime('3001010000Z') })).toBe('certificate-wrong-name')
    expect(await withLeaf({ notAfter: utcTime('261201120000Z') })).toBe('verified')
    expect(await withLeaf({ notAfter: utcTime('261201115959Z') })).toBe('certificate-expired')
    const lastSecond = issueLeaf({ notAfter: utcTime('261201120000Z') })
    for (const [ms, outcome] of [
      [999, 'verified'],
      [1000, 'certificate-expired'],
    ] as const) {
      const { verifier } = setUp(root.pem, `${lastSecond.pem}${issueAuthority().pem}`, { clock: () => now + ms })
      const { status, reason } = { reason: undefined, ...(await verifier.verify(signedRequest(lastSecond))) }
      expect(status === 'verified' ? status : reason).toBe(outcome)
    }
    expect(await withLeaf({ notBefore: utcTime('261201120001Z') })).toBe('certificate-not-yet-valid')
  })
})

describe('key usage', () => {
  it.each([
    ['an OCTET STRING', der(0x04, '0106')],
    ['an INTEGER', der(0x02, '06')],
    ['a value without a type', Buffer.from('06', 'hex')],
    ['nothing', Buffer.alloc(0)],
    ['a BIT STRING without bits', der(0x03, '00')],
    ['an empty BIT STRING', der(0x03, '')],
    ['more unused bits than it has bits', der(0x03, '0806')],
    ['more unused bits than it has bits, none of them set', der(0x03, '0800')],
    ['unused bits that are set', der(0x03, '0707')],
    ['two BIT STRINGs', Buffer.from('0302010603020106', 'hex')],
    ['a constructed BIT STRING', der(0x23, der(0x03, '0106'))],
  ])('rejects key usage encoded as %s', async (_, value) => {
    expect(await authorityWith(keyUsage(value))).toBe('certificate-untrusted')
    expect(await leafWith(keyUsage(value))).toBe('certificate-wrong-name')
  })

  it('distinguishes the right to sign from the right to certify', async () => {
    expect(await authorityWith(digitalSignature)).toBe('certificate-misused')
    expect(await leafWith(certificateSigning)).toBe('certificate-misused')
    expect(await leafWith(keyUsage('030205a0'))).toBe('verified')
    expect(await leafWith(keyUsage('0303078280'))).toBe('verified')
    expect(await authorityWith(keyUsage('03020186'))).toBe('verified')
  })
})

describe('basic constraints', () => {
  const yes = der(0x01, 'ff')
  it.each([
    ['a third element', sequence(yes, der(0x02, '00'), der(0x02, '00'))],
    ['another element after the flag', sequence(yes, '0500')],
    ['two flags', sequence(yes, yes)],
    ['bytes after the SEQUENCE', Buffer.concat([sequence(yes), der(0x02, '00')])],
    ['an INTEGER in place of the flag', sequence(der(0x02, '01'))],
    ['a flag that is neither true nor false', sequence(der(0x01, '01'))],
    ['an empty flag', sequence(der(0x01, ''))],
    ['a flag of two bytes', sequence(der(0x01, 'ffff'))],
    ['a negative path length', sequence(yes, der(0x02, 'ff'))],
    ['an empty path length', sequence(yes, der(0x02, ''))],
    ['a path length with a leading zero', sequence(yes, der(0x02, '0001'))],
    ['a path length of the wrong type', sequence(yes, der(0x0a, '01'))],
    ['a SET', der(0x31, yes)],
    ['a length in a longer form than necessary', Buffer.from('3081030101ff', 'hex')],
  ])('rejects basic constraints with %s', async (_, value) => {
    expect(await authorityWith(basicConstraints(value))).toBe('certificate-untrusted')
  })

  it('of false, explicit or not, do not make a certificate an authority', async () => {
    expect(await authorityWith(basicConstraints(sequence(der(0x01, '00'))))).toBe('certificate-misused')
    expect(await authorityWith(basicConstraints(sequence()))).toBe('certificate-misused')
    expect(await leafWith(basicConstraints(sequence(der(0x01, '00'))))).toBe('verified')
  })

  it('must not have a path length if the certificate is not an authority', async () => {
    expect(await leafWith(basicConstraints(sequence(der(0x02, '00'))))).toBe('certificate-wrong-name')
  })

  it('limit the number of authorities below them', async () => {
    const under = async (length: string) => {
      const upper = issueAuthority({
        extensions: replace(authority, [basicConstraints(sequence(yes, der(0x02, length)))]),
      })
      const lower = craft({ name: 'Lower', by: upper, extensions: authority })
      return outcomeOf(issueLeaf({ by: lower }), lower, upper)
    }
    expect(await under('00')).toBe('certificate-misused')
    expect(await under('01')).toBe('verified')
    expect(await under('7f')).toBe('verified')
  })
})

describe('certificate extensions', () => {
  it.each([
    ['a certificate of version 1', Buffer.alloc(0)],
    ['a certificate of version 2', der(0xa0, '020101')],
    ['a certificate of version 1, stated explicitly', der(0xa0, '020100')],
    ['a certificate of version 4', der(0xa0, '020103')],
    ['a certificate with a version of two bytes', der(0xa0, '02020002')],
    ['a certificate with two versions', der(0xa0, '020102020102')],
  ])('rejects extensions in %s', async (_, version) => {
    expect(await withAuthority({ version })).toBe('certificate-untrusted')
    expect(await withLeaf({ version })).toBe('certificate-wrong-name')
  })

  it('are required for an authority', async () => {
    expect(await withAuthority({ version: Buffer.alloc(0), extensions: undefined })).toBe('certificate-misused')
    expect(await withAuthority({ extensions: undefined })).toBe('certificate-misused')
  })

  it('must not occur twice', async () => {
    const twice = alternativeNames(alexasName)
    expect(await withLeaf({ extensions: [...alexas, twice] })).toBe('certificate-wrong-name')
    expect(await withAuthority({ extensions: [...authority, certificateSigning] })).toBe('certificate-untrusted')
    const unknown = extension('2a0304', '0500')
    expect(await withLeaf({ extensions: [...alexas, unknown, unknown] })).toBe('certificate-wrong-name')
  })

  const id = der(0x06, '2a0304')
  it.each([
    ['no value', sequence(id)],
    ['a value of another type', sequence(id, der(0x03, '00'))],
    ['bytes after the value', sequence(id, der(0x04, ''), der(0x04, ''))],
    ['a flag after the value', sequence(id, der(0x04, ''), der(0x01, 'ff'))],
    ['two flags', sequence(id, der(0x01, 'ff'), der(0x01, 'ff'), der(0x04, ''))],
    ['a flag that is neither true nor false', extension('2a0304', '', der(0x01, '01'))],
    ['an id of another type', sequence(der(0x04, '2a0304'), der(0x04, ''))],
    ['another type', der(0x31, id, der(0x04, ''))],
  ])('rejects an extension with %s', async (_, odd) => {
    expect(await withLeaf({ extensions: [...alexas, odd] })).toBe('certificate-wrong-name')
    expect(await withAuthority({ extensions: [...authority, odd] })).toBe('certificate-untrusted')
  })

  it('must be one list that is not empty, without bytes after it', async () => {
    expect(await withLeaf({ extensions: [] })).toBe('certificate-wrong-name')
    expect(await withAuthority({ extensions: [] })).toBe('certificate-untrusted')
    const list = sequence(...authority)
    for (const afterKey of [
      der(0xa3, list, list),
      Buffer.concat([der(0xa3, list), der(0xa3, list)]),
      Buffer.concat([der(0xa3, list), der(0xa4, list)]),
      Buffer.concat(
        [der(0xa3, list), '0500'].map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : part)),
      ),
      der(0xa3, list, '0500'),
    ]) {
      expect(await withAuthority({ afterKey })).toBe('certificate-untrusted')
    }
  })

  it('may follow the unique ids of issuer and subject', async () => {
    const list = der(0xa3, sequence(...authority))
    const [ofIssuer, ofSubject] = [der(0x81, '00ff'), der(0x82, '00ff')]
    for (const ids of [[ofIssuer], [ofSubject], [ofIssuer, ofSubject]]) {
      expect(await withAuthority({ afterKey: Buffer.concat([...ids, list]) })).toBe('verified')
    }
    expect(await withAuthority({ afterKey: Buffer.concat([ofSubject, ofIssuer, list]) })).toBe('certificate-untrusted')
  })

  it('cause a rejection if they are critical and unknown', async () => {
    const purposeAsExtension = extension(serverAuth, '0500', true)
    const unknown = extension('2a0304', '0500', true)
    for (const odd of [purposeAsExtension, unknown]) {
      expect(await withLeaf({ extensions: [...alexas, odd] })).toBe('certificate-misused')
      expect(await withAuthority({ extensions: [...authority, odd] })).toBe('certificate-misused')
    }
    for (const flag of [false, der(0x01, '00')]) {
      const extensions = [...alexas, extension('2a0304', '0500', flag)]
      expect(await withLeaf({ extensions })).toBe('verified')
    }
  })

  it('for policies do not restrict the certificate, critical or not', async () => {
    const policies = (critical: boolean) => extension('551d20', sequence(sequence(der(0x06, '551d2000'))), critical)
    expect(await withAuthority({ extensions: [...authority, policies(true)] })).toBe('verified')
    expect(await withLeaf({ extensions: [...alexas, policies(false)] })).toBe('verified')
    const mustHavePolicy = extension('551d24', sequence(der(0x80, '00')), true)
    expect(await withAuthority({ extensions: [...authority, mustHavePolicy] })).toBe('certificate-misused')
  })

  it('for purposes must include a purpose for servers', async () => {
    const [client, any] = ['2b06010505070302', '551d2500']
    expect(await leafWith(extendedKeyUsage(serverAuth, client))).toBe('verified')
    expect(await leafWith(extendedKeyUsage(client, serverAuth))).toBe('verified')
    expect(await leafWith(extendedKeyUsage(any))).toBe('verified')
    expect(await leafWith(extendedKeyUsage(client))).toBe('certificate-misused')
    expect(await leafWith(extendedKeyUsage())).toBe('certificate-wrong-name')
    expect(await leafWith(extension('551d25', sequence(der(0x04, serverAuth))))).toBe('certificate-wrong-name')
    expect(await authorityWith(extendedKeyUsage(client, serverAuth))).toBe('verified')
    expect(await authorityWith(extendedKeyUsage(client))).toBe('certificate-misused')
  })
})

describe('alternative names', () => {
  it.each([
    ['in constructed form', der(0xa2, dnsName('echo-api.amazon.com'))],
    ['of an unknown kind', der(0x89, Buffer.from('echo-api.amazon.com'))],
    ['a string of another type', der(0x16, Buffer.from('echo-api.amazon.com'))],
  ])('rejects all alternative names if one is %s', async (_, odd) => {
    expect(await leafWith(alternativeNames(odd))).toBe('certificate-wrong-name')
    expect(await leafWith(alternativeNames(alexasName, odd))).toBe('certificate-wrong-name')
  })

  it('may be up to 256', async () => {
    const names = Array.from({ length: 255 }, (_, index) => dnsName(`${index}.example.com`))
    expect(await leafWith(alternativeNames(...names, alexasName))).toBe('verified')
    expect(await leafWith(alternativeNames(...names, alexasName, dnsName('example.com')))).toBe(
      'certificate-wrong-name',
    )
    expect(await leafWith(alternativeNames())).toBe('certificate-wrong-name')
  })

  it('may include other kinds next to the host name', async () => {
    const mail = der(0x81, Buffer.from('alexa@amazon.com'))
    const address = der(0x87, '7f000001')
    expect(await leafWith(alternativeNames(mail, address, alexasName))).toBe('verified')
    expect(await leafWith(alternativeNames(mail, address))).toBe('certificate-wrong-name')
  })
})

describe('name constraints', () => {
  const constrained = (...subtrees: readonly Buffer[]) =>
    withAuthority({ extensions: [...authority, nameConstraints(...subtrees)] })
  const notCritical = (...subtrees: readonly Buffer[]) =>
    withAuthority({ extensions: [...authority, extension('551d1e', sequence(...subtrees))] })
  const [amazon, example] = [dnsName('amazon.com'), dnsName('example.com')]
  const address = der(0x87, '0a000000ff000000')
  const directory = der(0xa4, sequence())

  it.each([
    ['permit the host', [permitted(amazon)], 'verified'],
    ['permit the host among others', [permitted(example, amazon)], 'verified'],
    ['permit exactly the host, in capitals', [permitted(dnsName('ECHO-API.Amazon.com'))], 'verified'],
    ['permit everything', [permitted(dnsName(''))], 'verified'],
    ['permit others', [permitted(example)], 'certificate-misused'],
    [
      'permit a domain that is only a textual suffix of the host',
      [permitted(dnsName('azon.com'))],
      'certificate-misused',
    ],
    ['permit only subdomains of the host', [permitted(dnsName('x.echo-api.amazon.com'))], 'certificate-misused'],
    ['exclude others', [excluded(example)], 'verified'],
    ['exclude the host', [excluded(amazon)], 'certificate-misused'],
    ['exclude the host in the second place', [excluded(example, amazon)], 'certificate-misused'],
    ['exclude the host in the first place', [excluded(amazon, example)], 'certificate-misused'],
    ['permit and exclude the host', [permitted(amazon), excluded(amazon)], 'certificate-misused'],
    ['exclude everything', [excluded(dnsName(''))], 'certificate-misused'],
    ['exclude subdomains of the host', [excluded(dnsName('x.echo-api.amazon.com'))], 'verified'],
    ['begin with a dot', [permitted(dnsName('.amazon.com'))], 'certificate-misused'],
    ['begin with a dot and exclude others', [excluded(dnsName('.example.com'))], 'certificate-misused'],
    ['are a wildcard', [permitted(dnsName('*.amazon.com'))], 'certificate-misused'],
    ['are as long as a host can be', [excluded(dnsName(`${'a.'.repeat(126)}a`))], 'verified'],
    ['end with a dot', [excluded(dnsName('example.com.'))], 'certificate-misused'],
    ['are longer than a host can be', [excluded(dnsName(`${'a.'.repeat(127)}a`))], 'certificate-misused'],
  ])('applies name constraints that %s', async (_, subtrees, outcome) => {
    expect(await constrained(...subtrees)).toBe(outcome)
    expect(await notCritical(...subtrees)).toBe(outcome)
  })

  it('of unsupported kinds cause a rejection if they are critical', async () => {
    for (const other of [
      address,
      directory,
      der(0x81, Buffer.from('amazon.com')),
      der(0x86, Buffer.from('.amazon.com')),
    ]) {
      for (const subtrees of [[permitted(other)], [permitted(amazon, other)], [permitted(amazon), excluded(other)]]) {
        expect(await constrained(...subtrees)).toBe('certificate-misused')
        expect(await notCritical(...subtrees)).toBe('verified')
      }
    }
  })

  it.each([
    ['an unknown kind', [permitted(amazon, der(0x89, '00'))]],
    ['a constructed domain', [permitted(der(0xa2, amazon))]],
    ['an excluded constructed domain', [permitted(amazon), excluded(der(0xa2, amazon))]],
    ['an invalid directory name', [permitted(amazon, der(0x84, '00'))]],
    ['a domain as a string of another type', [permitted(der(0x16, Buffer.from('amazon.com')))]],
    ['a minimum', [der(0xa0, sequence(amazon, der(0x80, '01')))]],
    ['a maximum', [der(0xa0, sequence(amazon, der(0x81, '01')))]],
    ['an empty subtree', [der(0xa0, sequence())]],
    ['a subtree of another type', [der(0xa0, der(0x31, amazon))]],
    ['an empty permitted list', [der(0xa0)]],
    ['an empty excluded list', [permitted(amazon), der(0xa1)]],
    ['nothing', []],
    ['both lists in the wrong order', [excluded(example), permitted(amazon)]],
    ['two permitted lists', [permitted(amazon), permitted(amazon)]],
    ['a third kind of list', [permitted(amazon), der(0xa2, sequence(amazon))]],
    ['a primitive list', [der(0x80, sequence(amazon))]],
  ])('rejects name constraints with %s', async (_, subtrees) => {
    expect(await constrained(...subtrees)).toBe('certificate-untrusted')
    expect(await notCritical(...subtrees)).toBe('certificate-untrusted')
  })

  it('reject a wildcard name that covers an excluded domain', async () => {
    const [wildcard, other] = [dnsName('*.amazon.com'), dnsName('other.example.com')]
    const between = issueAuthority({
      extensions: [...authority, nameConstraints(excluded(dnsName('shop.amazon.com')))],
    })
    const withNames = (...names: readonly Buffer[]) =>
      outcomeOf(
        issueLeaf({ by: between, extensions: replace(alexas, [alternativeNames(alexasName, ...names)]) }),
        between,
      )
    expect(await withNames(wildcard)).toBe('certificate-misused')
    expect(await withNames(other)).toBe('verified')
    expect(await withNames(dnsName('*.example.org'))).toBe('verified')
    expect(await withNames(dnsName('*.org'))).toBe('verified')
    // No host is that long, so no constraint applies to it.
    expect(await withNames(dnsName('a.'.repeat(127)))).toBe('certificate-misused')
    expect(await withNames(dnsName(`${'a.'.repeat(126)}a`))).toBe('verified')
  })

  it('are only allowed in authorities', async () => {
    expect(await withLeaf({ extensions: [...alexas, nameConstraints(permitted(amazon))] })).toBe('certificate-misused')
  })
})

describe('certificate encoding', () => {
  it.each([
    ['with bytes after the signature', (parts: Buffer[]) => sequence(...parts, '0500')],
    ['without a signature', (parts: Buffer[]) => sequence(...parts.slice(0, 2))],
    ['with bytes after its end', (parts: Buffer[]) => Buffer.concat([sequence(...parts), Buffer.alloc(1)])],
    ['with its length in a longer form', (parts: Buffer[]) => longLength(sequence(...parts))],
  ])('rejects a certificate %s', async (_, assemble) => {
    const leaf = issueLeaf()
    const whole = fromPem(leaf.pem)
    const parts = elementsOf(whole.subarray(4))
    expect(toPem(sequence(...parts))).toBe(leaf.pem)
    expect(await outcomeOf({ ...leaf, pem: toPem(assemble(parts)) }, issueAuthority())).toBe('certificate-wrong-name')
  })
})

function longLength(element: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x30, 0x83, 0x00]), element.subarray(2)])
}

describe('signature of a certificate', () => {
  const pssKeys = generateKeyPairSync('rsa-pss', {
    modulusLength: 2048,
    hashAlgorithm: 'sha256',
    mgf1HashAlgorithm: 'sha256',
  })
  const algorithms: [string, CraftOptions['keys'], SignatureAlgorithm][] = [
    ['RSA, SHA-256', rsaKeys('authority'), byRsa('sha256')],
    ['RSA, SHA-384', rsaKeys('authority'), byRsa('sha384')],
    ['RSA, SHA-512', rsaKeys('authority'), byRsa('sha512')],
    ['RSASSA-PSS, SHA-256', rsaKeys('authority'), byRsaPss('sha256')],
    ['RSASSA-PSS, SHA-384', rsaKeys('authority'), byRsaPss('sha384')],
    ['RSASSA-PSS, SHA-512', rsaKeys('authority'), byRsaPss('sha512')],
    ['a key for RSASSA-PSS only', pssKeys, byRsaPss('sha256')],
    ['ECDSA on P-256, SHA-256', generateKeyPairSync('ec', { namedCurve: 'P-256' }), byEcdsa('sha256')],
    ['ECDSA on P-384, SHA-384', generateKeyPairSync('ec', { namedCurve: 'P-384' }), byEcdsa('sha384')],
    ['ECDSA on P-521, SHA-512', generateKeyPairSync('ec', { namedCurve: 'P-521' }), byEcdsa('sha512')],
    ['Ed25519', generateKeyPairSync('ed25519'), byEdDsa('ed25519')],
    ['Ed448', generateKeyPairSync('ed448'), byEdDsa('ed448')],
  ]

  it.each(algorithms)('by %s is accepted from an authority', async (_, keys = rsaKeys('authority'), signsBy) => {
    expect(await withAuthority({ keys, signsBy })).toBe('verified')
  })

  it('by SHA-1 is rejected', async () => {
    expect(await withAuthority({ signsBy: byRsa('sha1') })).toBe('certificate-weak')
  })

  it.each(['secp256k1', 'brainpoolP256r1', 'P-224'])('on the curve %s is rejected', async (namedCurve) => {
    const keys = generateKeyPairSync('ec', { namedCurve })
    expect(await withAuthority({ keys, signsBy: byEcdsa('sha256') })).toBe('certificate-weak')
  })

  it('of a key that OpenSSL does not know is rejected', async () => {
    const unknown = sequence(sequence(der(0x06, '2a0304')), der(0x03, '00'))
    const publicKey = { export: () => unknown } as never
    expect(await withLeaf({ keys: { publicKey, privateKey: rsaKeys('stranger').privateKey } })).toBe('certificate-weak')
    expect(await withAuthority({ keys: { publicKey, privateKey: rsaKeys('authority').privateKey } })).toBe(
      'certificate-weak',
    )
  })

  it('is rejected with a leaf key that is not RSA', async () => {
    for (const [, keys = rsaKeys('authority'), signsBy] of algorithms.slice(6)) {
      const leaf = issueLeaf({ keys, signsBy })
      const { verifier } = setUp(root.pem, `${leaf.pem}${issueAuthority().pem}`)
      const result = await verifier.verify(signedRequest({ ...leaf, privateKey: rsaKeys('stranger').privateKey }))
      expect(result).toMatchObject({ reason: 'certificate-weak' })
    }
  })
})

describe('RSA key', () => {
  const { n, e, ...rest } = rsaKeys('odd exponent').publicKey.export({ format: 'jwk' })
  const keyWith = (exponent: string) =>
    createPublicKey({
      key: { ...rest, n, e: Buffer.from(exponent, 'hex').toString('base64url') } as never,
      format: 'jwk',
    })

  it.each([
    ['1', '01', 'certificate-weak'],
    ['2', '02', 'certificate-weak'],
    ['65536', '010000', 'certificate-weak'],
    ['2^32', '0100000000', 'certificate-weak'],
    ['34 bits', '0200000001', 'certificate-weak'],
    ['64 bits', 'ffffffffffffffff', 'certificate-weak'],
    ['as many bits as the modulus', Buffer.from(n ?? '', 'base64url').toString('hex'), 'certificate-weak'],
    ['3', '03', 'signature-mismatch'],
    ['17', '11', 'signature-mismatch'],
    ['33 bits', '01ffffffff', 'signature-mismatch'],
  ])('is checked for its exponent of %s', async (_, exponent, outcome) => {
    const keys = { publicKey: keyWith(exponent), privateKey: rsaKeys('odd exponent').privateKey }
    expect(await withLeaf({ keys })).toBe(outcome)
    // As an authority, a weak key is rejected. With a strong exponent, the signature by the other exponent does not
    // match.
    expect(await withAuthority({ keys })).toBe(outcome === 'certificate-weak' ? outcome : 'certificate-untrusted')
  })

  it('with the exponent 1 is rejected, because anyone can sign with it', async () => {
    const { rawBody, headers } = signedRequest({ privateKey: rsaKeys('forger').privateKey })
    const signature = Buffer.from(headers['signature-256'] ?? '', 'base64')
    // The padded hash itself: raised to the power of 1, it is its own signature.
    const padded = publicDecrypt({ key: rsaKeys('forger').publicKey, padding: constants.RSA_NO_PADDING }, signature)
    const leaf = issueLeaf({ keys: { publicKey: keyWith('01'), privateKey: rsaKeys('forger').privateKey } })
    const { verifier } = setUp(root.pem, `${leaf.pem}${issueAuthority().pem}`)
    const forged = { rawBody, headers: { ...headers, 'signature-256': padded.toString('base64') } }
    expect(await verifier.verify(forged)).toMatchObject({ reason: 'certificate-weak' })
  })

  it('may have 8192 bits, but not more', async () => {
    const longest = createLongKey(8192)
    expect(await withLeaf({ keys: { ...longest, privateKey: rsaKeys('odd exponent').privateKey } })).toBe(
      'signature-mismatch',
    )
    const longer = createLongKey(8200)
    expect(await withLeaf({ keys: { ...longer, privateKey: rsaKeys('odd exponent').privateKey } })).toBe(
      'certificate-weak',
    )
  })

  function createLongKey(bits: number) {
    const modulus = Buffer.alloc(bits / 8, 0xff).toString('base64url')
    return { publicKey: createPublicKey({ key: { ...rest, n: modulus, e: 'AQAB' } as never, format: 'jwk' }) }
  }
})
