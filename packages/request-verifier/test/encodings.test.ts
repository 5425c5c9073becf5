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

/** Each extension in its place, with some replaced. */
const leafWith = (...replaced: readonly Buffer[]) => withLeaf({ extensions: replace(alexas, replaced) })
const authorityWith = (...replaced: readonly Buffer[]) => withAuthority({ extensions: replace(authority, replaced) })

function replace(extensions: readonly Buffer[], replaced: readonly Buffer[]): Buffer[] {
  const idOf = (element: Buffer) => elementsOf(contentOf(element))[0]?.toString('hex')
  const kept = extensions.filter((element) => !replaced.some((other) => idOf(other) === idOf(element)))
  return [...kept, ...replaced]
}

it('accepts the chain that the others differ from', async () => {
  expect(await withLeaf({})).toBe('verified')
})

describe('a time', () => {
  it.each([
    ['UTCTime', utcTime('261101000000Z')],
    ['GeneralizedTime', generalizedTime('20261101000000Z')],
    ['of the last century', utcTime('990101000000Z')],
  ])('is accepted as %s', async (_, notBefore) => {
    expect(await withLeaf({ notBefore })).toBe('verified')
    expect(await withAuthority({ notBefore })).toBe('verified')
  })

  it.each([
    ['without seconds', utcTime('2611010000Z')],
    ['without a zone', utcTime('261101000000')],
    ['in another zone', utcTime('261101000000+0100')],
    ['in another zone, GeneralizedTime', generalizedTime('20261101000000+0100')],
    ['with a fraction', generalizedTime('20261101000000.5Z')],
    ['with a fraction of zero', generalizedTime('20261101000000.0Z')],
    ['with a comma', generalizedTime('20261101000000,5Z')],
    ['without minutes', generalizedTime('2026110100Z')],
    ['with the year of the other type', utcTime('20261101000000Z')],
    ['with the year of the other type, GeneralizedTime', generalizedTime('261101000000Z')],
    ['on the 31st of February', utcTime('260231000000Z')],
    ['in month 13', utcTime('261301000000Z')],
    ['at 24:00', utcTime('261101240000Z')],
    ['at second 60', utcTime('261101000060Z')],
    ['with a sign', utcTime('2611010000-1Z')],
    ['with a space', utcTime('261101 00000Z')],
    ['with something behind it', utcTime('261101000000Z0')],
    ['as text', der(0x0c, Buffer.from('261101000000Z'))],
    ['that is empty', utcTime('')],
  ])('%s is not read', async (_, notBefore) => {
    expect(await withLeaf({ notBefore })).toBe('certificate-wrong-name')
    expect(await withAuthority({ notBefore })).toBe('certificate-untrusted')
  })

  it('of the end is read as strictly, to the second', async () => {
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
    ['no type at all', Buffer.from('06', 'hex')],
    ['nothing', Buffer.alloc(0)],
    ['a BIT STRING without bits', der(0x03, '00')],
    ['an empty BIT STRING', der(0x03, '')],
    ['more unused bits than there are', der(0x03, '0806')],
    ['more unused bits than there are, none of them set', der(0x03, '0800')],
    ['unused bits that are set', der(0x03, '0707')],
    ['two BIT STRINGs', Buffer.from('0302010603020106', 'hex')],
    ['a BIT STRING in parts', der(0x23, der(0x03, '0106'))],
  ])('as %s is not read', async (_, value) => {
    expect(await authorityWith(keyUsage(value))).toBe('certificate-untrusted')
    expect(await leafWith(keyUsage(value))).toBe('certificate-wrong-name')
  })

  it('tells the right to sign from the right to certify', async () => {
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
    ['something else behind the flag', sequence(yes, '0500')],
    ['the flag twice', sequence(yes, yes)],
    ['something behind the SEQUENCE', Buffer.concat([sequence(yes), der(0x02, '00')])],
    ['an INTEGER for a flag', sequence(der(0x02, '01'))],
    ['a flag that is neither', sequence(der(0x01, '01'))],
    ['an empty flag', sequence(der(0x01, ''))],
    ['a flag of two bytes', sequence(der(0x01, 'ffff'))],
    ['a negative path length', sequence(yes, der(0x02, 'ff'))],
    ['an empty path length', sequence(yes, der(0x02, ''))],
    ['a path length with a zero in front', sequence(yes, der(0x02, '0001'))],
    ['a path length of the wrong type', sequence(yes, der(0x0a, '01'))],
    ['a SET', der(0x31, yes)],
    ['a length that is longer than it must be', Buffer.from('3081030101ff', 'hex')],
  ])('with %s are not read', async (_, value) => {
    expect(await authorityWith(basicConstraints(value))).toBe('certificate-untrusted')
  })

  it('that say no, spelled out or not, make no authority', async () => {
    expect(await authorityWith(basicConstraints(sequence(der(0x01, '00'))))).toBe('certificate-misused')
    expect(await authorityWith(basicConstraints(sequence()))).toBe('certificate-misused')
    expect(await leafWith(basicConstraints(sequence(der(0x01, '00'))))).toBe('verified')
  })

  it('have no path length for what is no authority', async () => {
    expect(await leafWith(basicConstraints(sequence(der(0x02, '00'))))).toBe('certificate-wrong-name')
  })

  it('limit how many authorities may follow', async () => {
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

describe('extensions', () => {
  it.each([
    ['a certificate of version 1', Buffer.alloc(0)],
    ['a certificate of version 2', der(0xa0, '020101')],
    ['a certificate of version 1, spelled out', der(0xa0, '020100')],
    ['a certificate of version 4', der(0xa0, '020103')],
    ['a certificate with a version of two bytes', der(0xa0, '02020002')],
    ['a certificate with two versions', der(0xa0, '020102020102')],
  ])('of %s are not read', async (_, version) => {
    expect(await withAuthority({ version })).toBe('certificate-untrusted')
    expect(await withLeaf({ version })).toBe('certificate-wrong-name')
  })

  it('are what makes an authority, so one without them is none', async () => {
    expect(await withAuthority({ version: Buffer.alloc(0), extensions: undefined })).toBe('certificate-misused')
    expect(await withAuthority({ extensions: undefined })).toBe('certificate-misused')
  })

  it('that are there twice are not read', async () => {
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
    ['something behind the value', sequence(id, der(0x04, ''), der(0x04, ''))],
    ['a flag behind the value', sequence(id, der(0x04, ''), der(0x01, 'ff'))],
    ['two flags', sequence(id, der(0x01, 'ff'), der(0x01, 'ff'), der(0x04, ''))],
    ['a flag that is neither', extension('2a0304', '', der(0x01, '01'))],
    ['a name of another type', sequence(der(0x04, '2a0304'), der(0x04, ''))],
    ['another type', der(0x31, id, der(0x04, ''))],
  ])('with %s are not read', async (_, odd) => {
    expect(await withLeaf({ extensions: [...alexas, odd] })).toBe('certificate-wrong-name')
    expect(await withAuthority({ extensions: [...authority, odd] })).toBe('certificate-untrusted')
  })

  it('are one list with something in it, and nothing follows', async () => {
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

  it('count when they are critical and unknown, and only then', async () => {
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

  it('of policies are no condition here, critical or not', async () => {
    const policies = (critical: boolean) => extension('551d20', sequence(sequence(der(0x06, '551d2000'))), critical)
    expect(await withAuthority({ extensions: [...authority, policies(true)] })).toBe('verified')
    expect(await withLeaf({ extensions: [...alexas, policies(false)] })).toBe('verified')
    const mustHavePolicy = extension('551d24', sequence(der(0x80, '00')), true)
    expect(await withAuthority({ extensions: [...authority, mustHavePolicy] })).toBe('certificate-misused')
  })

  it('of purposes name one that includes servers, first, last or alone', async () => {
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

describe('names', () => {
  it.each([
    ['in parts', der(0xa2, dnsName('echo-api.amazon.com'))],
    ['of no known form', der(0x89, Buffer.from('echo-api.amazon.com'))],
    ['as text', der(0x16, Buffer.from('echo-api.amazon.com'))],
  ])('%s are not read, nor those beside them', async (_, odd) => {
    expect(await leafWith(alternativeNames(odd))).toBe('certificate-wrong-name')
    expect(await leafWith(alternativeNames(alexasName, odd))).toBe('certificate-wrong-name')
  })

  it('may be 256, and no more', async () => {
    const names = Array.from({ length: 255 }, (_, index) => dnsName(`${index}.example.com`))
    expect(await leafWith(alternativeNames(...names, alexasName))).toBe('verified')
    expect(await leafWith(alternativeNames(...names, alexasName, dnsName('example.com')))).toBe(
      'certificate-wrong-name',
    )
    expect(await leafWith(alternativeNames())).toBe('certificate-wrong-name')
  })

  it('may have other forms beside that of a host', async () => {
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
    ['permit it', [permitted(amazon)], 'verified'],
    ['permit it among others', [permitted(example, amazon)], 'verified'],
    ['permit exactly it, in capitals', [permitted(dnsName('ECHO-API.Amazon.com'))], 'verified'],
    ['permit everything', [permitted(dnsName(''))], 'verified'],
    ['permit others', [permitted(example)], 'certificate-misused'],
    ['permit what only ends like it', [permitted(dnsName('azon.com'))], 'certificate-misused'],
    ['permit what is below it', [permitted(dnsName('x.echo-api.amazon.com'))], 'certificate-misused'],
    ['exclude others', [excluded(example)], 'verified'],
    ['exclude it', [excluded(amazon)], 'certificate-misused'],
    ['exclude it in the second place', [excluded(example, amazon)], 'certificate-misused'],
    ['exclude it in the first place', [excluded(amazon, example)], 'certificate-misused'],
    ['permit and exclude it', [permitted(amazon), excluded(amazon)], 'certificate-misused'],
    ['exclude everything', [excluded(dnsName(''))], 'certificate-misused'],
    ['exclude what is below it', [excluded(dnsName('x.echo-api.amazon.com'))], 'verified'],
    ['begin with a dot', [permitted(dnsName('.amazon.com'))], 'certificate-misused'],
    ['begin with a dot and exclude others', [excluded(dnsName('.example.com'))], 'certificate-misused'],
    ['are a wildcard', [permitted(dnsName('*.amazon.com'))], 'certificate-misused'],
    ['are as long as a host can be', [excluded(dnsName(`${'a.'.repeat(126)}a`))], 'verified'],
    ['end with a dot', [excluded(dnsName('example.com.'))], 'certificate-misused'],
    ['are longer than a host', [excluded(dnsName(`${'a.'.repeat(127)}a`))], 'certificate-misused'],
  ])('that %s', async (_, subtrees, outcome) => {
    expect(await constrained(...subtrees)).toBe(outcome)
    expect(await notCritical(...subtrees)).toBe(outcome)
  })

  it('of kinds that are not applied are not ignored when they are critical', async () => {
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
    ['a domain in parts', [permitted(der(0xa2, amazon))]],
    ['an excluded domain in parts', [permitted(amazon), excluded(der(0xa2, amazon))]],
    ['a directory name that is none', [permitted(amazon, der(0x84, '00'))]],
    ['a domain as text', [permitted(der(0x16, Buffer.from('amazon.com')))]],
    ['a minimum', [der(0xa0, sequence(amazon, der(0x80, '01')))]],
    ['a maximum', [der(0xa0, sequence(amazon, der(0x81, '01')))]],
    ['nothing in a subtree', [der(0xa0, sequence())]],
    ['a subtree of another type', [der(0xa0, der(0x31, amazon))]],
    ['nothing permitted', [der(0xa0)]],
    ['nothing excluded', [permitted(amazon), der(0xa1)]],
    ['nothing', []],
    ['both in the wrong order', [excluded(example), permitted(amazon)]],
    ['permitted subtrees twice', [permitted(amazon), permitted(amazon)]],
    ['a third kind of subtrees', [permitted(amazon), der(0xa2, sequence(amazon))]],
    ['subtrees of another encoding', [der(0x80, sequence(amazon))]],
  ])('with %s are not read', async (_, subtrees) => {
    expect(await constrained(...subtrees)).toBe('certificate-untrusted')
    expect(await notCritical(...subtrees)).toBe('certificate-untrusted')
  })

  it('keep wildcards out of what is excluded', async () => {
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
    // No host is that long, so no constraint says anything of it.
    expect(await withNames(dnsName('a.'.repeat(127)))).toBe('certificate-misused')
    expect(await withNames(dnsName(`${'a.'.repeat(126)}a`))).toBe('verified')
  })

  it('belong to authorities, not to the certificate that signs requests', async () => {
    expect(await withLeaf({ extensions: [...alexas, nameConstraints(permitted(amazon))] })).toBe('certificate-misused')
  })
})

describe('a certificate', () => {
  it.each([
    ['with something behind the signature', (parts: Buffer[]) => sequence(...parts, '0500')],
    ['without a signature', (parts: Buffer[]) => sequence(...parts.slice(0, 2))],
    ['with something behind its end', (parts: Buffer[]) => Buffer.concat([sequence(...parts), Buffer.alloc(1)])],
    ['with its length spelled longer', (parts: Buffer[]) => longLength(sequence(...parts))],
  ])('%s is not read', async (_, assemble) => {
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

describe('a signature', () => {
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

  it('by SHA-1 is not', async () => {
    expect(await withAuthority({ signsBy: byRsa('sha1') })).toBe('certificate-weak')
  })

  it.each(['secp256k1', 'brainpoolP256r1', 'P-224'])('on the curve %s is not', async (namedCurve) => {
    const keys = generateKeyPairSync('ec', { namedCurve })
    expect(await withAuthority({ keys, signsBy: byEcdsa('sha256') })).toBe('certificate-weak')
  })

  it('of a key that OpenSSL does not know is not', async () => {
    const unknown = sequence(sequence(der(0x06, '2a0304')), der(0x03, '00'))
    const publicKey = { export: () => unknown } as never
    expect(await withLeaf({ keys: { publicKey, privateKey: rsaKeys('stranger').privateKey } })).toBe('certificate-weak')
    expect(await withAuthority({ keys: { publicKey, privateKey: rsaKeys('authority').privateKey } })).toBe(
      'certificate-weak',
    )
  })

  it('of a request by another kind of key than RSA is not accepted', async () => {
    for (const [, keys = rsaKeys('authority'), signsBy] of algorithms.slice(6)) {
      const leaf = issueLeaf({ keys, signsBy })
      const { verifier } = setUp(root.pem, `${leaf.pem}${issueAuthority().pem}`)
      const result = await verifier.verify(signedRequest({ ...leaf, privateKey: rsaKeys('stranger').privateKey }))
      expect(result).toMatchObject({ reason: 'certificate-weak' })
    }
  })
})

describe('an RSA key', () => {
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
  ])('with an exponent of %s', async (_, exponent, outcome) => {
    const keys = { publicKey: keyWith(exponent), privateKey: rsaKeys('odd exponent').privateKey }
    expect(await withLeaf({ keys })).toBe(outcome)
    // As an authority, it is not asked to vouch; where the exponent is fine, the signature by another exponent is not.
    expect(await withAuthority({ keys })).toBe(outcome === 'certificate-weak' ? outcome : 'certificate-untrusted')
  })

  it('with the exponent 1 proves nothing, since anyone can sign for it', async () => {
    const { rawBody, headers } = signedRequest({ privateKey: rsaKeys('forger').privateKey })
    const signature = Buffer.from(headers['signature-256'] ?? '', 'base64')
    // What the signature says, hash and padding: to the power of 1, it is its own signature.
    const padded = publicDecrypt({ key: rsaKeys('forger').publicKey, padding: constants.RSA_NO_PADDING }, signature)
    const leaf = issueLeaf({ keys: { publicKey: keyWith('01'), privateKey: rsaKeys('forger').privateKey } })
    const { verifier } = setUp(root.pem, `${leaf.pem}${issueAuthority().pem}`)
    const forged = { rawBody, headers: { ...headers, 'signature-256': padded.toString('base64') } }
    expect(await verifier.verify(forged)).toMatchObject({ reason: 'certificate-weak' })
  })

  it('of 8192 bits is accepted, and no longer one', async () => {
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
