import { beforeAll, describe, expect, it } from 'vitest'
import { createAlexa, setUp, signedRequest } from './support/alexa.js'
import {
  authorityExtensions,
  chainOf,
  dayMs,
  days,
  type Issued,
  issueIntermediate,
  issueLeaf,
  issueRoot,
  keysFor,
  leafExtensions,
  now,
  x509,
} from './support/certificates.js'

let alexa: Awaited<ReturnType<typeof createAlexa>>
beforeAll(async () => {
  alexa = await createAlexa()
})

/** Returns the outcome of a request that a certificate's holder signed: `verified` or the reason. */
async function outcomeOf(signer: Issued, chain: string, ...roots: readonly Issued[]): Promise<string> {
  const { verifier } = setUp(
    (roots.length > 0 ? roots : [alexa.root]).map(({ pem }) => pem),
    chain,
  )
  const result = await verifier.verify(signedRequest(signer))
  return result.status === 'verified' ? 'verified' : result.reason
}

function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

describe('valid certificate chain', () => {
  it('accepts a chain without its root', async () => {
    expect(await outcomeOf(alexa.leaf, alexa.chain)).toBe('verified')
  })

  it('accepts a chain with its root', async () => {
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, alexa.intermediate, alexa.root))).toBe('verified')
  })

  it('accepts a chain in any order', async () => {
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.root, alexa.intermediate, alexa.leaf))).toBe('verified')
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.intermediate, alexa.leaf))).toBe('verified')
  })

  it('accepts a chain with unrelated and unreadable certificates', async () => {
    const stranger = await issueRoot({ name: 'Stranger', keys: await keysFor('stranger') })
    const strangersLeaf = await issueLeaf({ by: stranger, dnsNames: ['example.com'], keys: stranger.keys })
    const unreadable = '-----BEGIN CERTIFICATE-----\nTm8gREVS\n-----END CERTIFICATE-----'
    const chain = chainOf(stranger, strangersLeaf, alexa.leaf, stranger, alexa.intermediate, alexa.leaf)

    expect(await outcomeOf(alexa.leaf, `A comment\n${unreadable}\n${chain}\n${unreadable}`)).toBe('verified')
  })

  it('accepts a certificate that was issued by the root itself', async () => {
    const leaf = await issueLeaf({ by: alexa.root })
    expect(await outcomeOf(leaf, chainOf(leaf))).toBe('verified')
  })

  it('accepts Windows line endings, and bytes instead of a string', async () => {
    expect(await outcomeOf(alexa.leaf, alexa.chain.replaceAll('\n', '\r\n'))).toBe('verified')
    const { verifier } = setUp(alexa.root.pem, '', { fetchCertificate: () => new TextEncoder().encode(alexa.chain) })
    expect((await verifier.verify(signedRequest(alexa.leaf))).status).toBe('verified')
  })

  it('accepts a root and an intermediate with ECDSA keys', async () => {
    const root = await issueRoot({ keys: await keysFor('root', 'ecdsa'), signatureHash: 'SHA-384' })
    const intermediate = await issueIntermediate({
      by: root,
      keys: await keysFor('intermediate', 'ecdsa'),
      signatureHash: 'SHA-384',
    })
    const leaf = await issueLeaf({ by: intermediate, signatureHash: 'SHA-384' })
    expect(await outcomeOf(leaf, chainOf(leaf, intermediate), root)).toBe('verified')
  })

  it('accepts an intermediate with an RSA key below a root with an ECDSA key', async () => {
    const root = await issueRoot({ keys: await keysFor('root', 'ecdsa') })
    const intermediate = await issueIntermediate({ by: root })
    const leaf = await issueLeaf({ by: intermediate })
    expect(await outcomeOf(leaf, chainOf(leaf, intermediate, root), root)).toBe('verified')
  })

  it('accepts a chain to a trusted root or to the older root that signed it', async () => {
    const older = await issueRoot({ name: 'Older', keys: await keysFor('older') })
    const crossSigned = await issueIntermediate({ by: older, name: 'Root', keys: alexa.root.keys })
    const chain = chainOf(alexa.leaf, alexa.intermediate, crossSigned, older)

    expect(await outcomeOf(alexa.leaf, chain, alexa.root)).toBe('verified')
    expect(await outcomeOf(alexa.leaf, chain, older)).toBe('verified')
    expect(await outcomeOf(alexa.leaf, chain, older, alexa.root)).toBe('verified')
  })

  it('accepts a chain with an expired cross-signed root if another path is valid', async () => {
    const older = await issueRoot({ name: 'Older', keys: await keysFor('older') })
    const expired = await issueIntermediate({ by: older, name: 'Root', keys: alexa.root.keys, until: days(-1) })
    const lasting = await issueIntermediate({ by: older, name: 'Root', keys: alexa.root.keys })

    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, alexa.intermediate, expired), alexa.root)).toBe('verified')
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, alexa.intermediate, expired, lasting), older)).toBe(
      'verified',
    )
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, alexa.intermediate, expired), older)).toBe(
      'certificate-expired',
    )
  })

  it('accepts a trusted certificate that is not the root', async () => {
    expect(await outcomeOf(alexa.leaf, alexa.chain, alexa.intermediate)).toBe('verified')
    expect(await outcomeOf(alexa.leaf, alexa.chain, alexa.leaf)).toBe('verified')
  })

  it('accepts either certificate during a change of keys', async () => {
    const successor = await issueLeaf({ by: alexa.intermediate, keys: await keysFor('successor') })
    const chain = chainOf(alexa.leaf, successor, alexa.intermediate)
    expect(await outcomeOf(alexa.leaf, chain)).toBe('verified')
    expect(await outcomeOf(successor, chain)).toBe('verified')
  })

  it('accepts a new certificate next to the expired one', async () => {
    const expired = await issueLeaf({ by: alexa.intermediate, until: days(-1) })
    const successor = await issueLeaf({ by: alexa.intermediate, keys: await keysFor('successor') })
    expect(await outcomeOf(successor, chainOf(expired, successor, alexa.intermediate))).toBe('verified')
    const predecessor = await issueLeaf({ by: alexa.intermediate, keys: await keysFor('successor'), until: days(-1) })
    expect(await outcomeOf(predecessor, chainOf(predecessor, alexa.leaf, alexa.intermediate))).toBe(
      'signature-mismatch',
    )
  })

  it("accepts certificates without key usage, and Alexa's name among others in any case", async () => {
    const root = await issueRoot({ extensions: [new x509.BasicConstraintsExtension(true)] })
    const names = new x509.SubjectAlternativeNameExtension([
      { type: 'dns', value: 'example.com' },
      { type: 'dns', value: 'Echo-API.Amazon.com' },
    ])
    const leaf = await issueLeaf({ by: root, extensions: [names] })
    expect(await outcomeOf(leaf, chainOf(leaf), root)).toBe('verified')
  })

  it('accepts a chain that meets a path length and name constraints', async () => {
    const root = await issueRoot({
      extensions: authorityExtensions(1),
      moreExtensions: [nameConstraints({ permitted: ['amazon.com'], excluded: ['example.com'] })],
    })
    const intermediate = await issueIntermediate({ by: root, extensions: authorityExtensions(0) })
    const leaf = await issueLeaf({ by: intermediate })
    expect(await outcomeOf(leaf, chainOf(leaf, intermediate), root)).toBe('verified')
  })

  it('accepts a self-issued authority, which a path length does not count', async () => {
    const root = await issueRoot({ extensions: authorityExtensions(0) })
    const renewed = await issueIntermediate({ by: root, name: 'Root', keys: await keysFor('renewed') })
    const leaf = await issueLeaf({ by: renewed })
    expect(await outcomeOf(leaf, chainOf(leaf, renewed), root)).toBe('verified')
  })

  it('accepts a signature by RSASSA-PSS with SHA-256, but not with SHA-1', async () => {
    const leaf = await issueLeaf({ by: alexa.intermediate, pss: true })
    expect(await outcomeOf(leaf, chainOf(leaf, alexa.intermediate))).toBe('verified')
    const weak = await issueLeaf({ by: alexa.intermediate, pss: true, signatureHash: 'SHA-1' })
    expect(await outcomeOf(weak, chainOf(weak, alexa.intermediate))).toBe('certificate-weak')
  })

  it('accepts a key of 4096 bits', async () => {
    const leaf = await issueLeaf({ by: alexa.intermediate, keys: await keysFor('leaf', 'rsa', 4096) })
    expect(await outcomeOf(leaf, chainOf(leaf, alexa.intermediate))).toBe('verified')
  })
})

describe('invalid certificate chain', () => {
  it('rejects a self-signed certificate', async () => {
    const leaf = await issueLeaf()
    expect(await outcomeOf(leaf, chainOf(leaf))).toBe('certificate-untrusted')
  })

  it('rejects a forged chain with the names of the real chain', async () => {
    const root = await issueRoot({ keys: await keysFor('forged root') })
    const intermediate = await issueIntermediate({ by: root, keys: await keysFor('forged intermediate') })
    const leaf = await issueLeaf({ by: intermediate })
    expect(await outcomeOf(leaf, chainOf(leaf, intermediate, root))).toBe('certificate-untrusted')
    expect(await outcomeOf(leaf, chainOf(leaf, intermediate, alexa.intermediate, alexa.root))).toBe(
      'certificate-untrusted',
    )
  })

  it('rejects a certificate that only names a real issuer', async () => {
    const pretender = await issueIntermediate({ by: alexa.root, keys: await keysFor('forged intermediate') })
    const forged = { ...pretender, subject: alexa.intermediate.subject }
    const leaf = await issueLeaf({ by: forged })
    expect(await outcomeOf(leaf, chainOf(leaf, alexa.intermediate, alexa.root))).toBe('certificate-untrusted')
  })

  it('rejects a chain with a gap', async () => {
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf))).toBe('certificate-untrusted')
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, alexa.root))).toBe('certificate-untrusted')
    const expired = await issueRoot({ name: 'Stranger', keys: await keysFor('stranger'), until: days(-1) })
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, expired))).toBe('certificate-untrusted')
  })

  it('rejects a real chain next to a certificate that it did not sign', async () => {
    const forged = await issueLeaf({ keys: await keysFor('forged leaf') })
    expect(await outcomeOf(forged, chainOf(forged, alexa.leaf, alexa.intermediate))).toBe('signature-mismatch')
    expect(await outcomeOf(forged, chainOf(alexa.leaf, alexa.intermediate, forged))).toBe('signature-mismatch')
  })

  it.each([
    ['another name', ['example.com']],
    ['a wildcard', ['*.amazon.com']],
    [
      'a longer name that contains it',
      ['echo-api.amazon.com.example.com', 'xecho-api.amazon.com', 'x.echo-api.amazon.com'],
    ],
    ['a name with a zero byte after it', ['echo-api.amazon.com\0.example.com']],
    ['the name with a dot at the end', ['echo-api.amazon.com.']],
    ['a list inside one name', ['example.com, DNS:echo-api.amazon.com']],
    ['no name', []],
  ])('rejects a certificate for %s', async (_, dnsNames) => {
    const leaf = await issueLeaf({ by: alexa.intermediate, dnsNames })
    expect(await outcomeOf(leaf, chainOf(leaf, alexa.intermediate))).toBe('certificate-wrong-name')
  })

  it('rejects a certificate with the name only in its subject or as a name of another kind', async () => {
    const [basic, usage] = leafExtensions()
    const names = new x509.SubjectAlternativeNameExtension([
      { type: 'email', value: 'echo-api.amazon.com' },
      { type: 'url', value: 'https://echo-api.amazon.com' },
    ])
    for (const extra of [[], [names]]) {
      const extensions = [basic, usage, ...extra].filter((extension) => extension !== undefined)
      const leaf = await issueLeaf({ by: alexa.intermediate, extensions })
      expect(await outcomeOf(leaf, chainOf(leaf, alexa.intermediate))).toBe('certificate-wrong-name')
    }
  })

  it.each([
    ['certificate-expired', days(-60), days(-1)],
    ['certificate-not-yet-valid', days(1), days(60)],
  ])('rejects a %s at any position of the chain', async (reason, from, until) => {
    const lifetime = { from, until }
    const root = await issueRoot(lifetime)
    const intermediate = await issueIntermediate({ by: alexa.root, ...lifetime })
    const leaf = await issueLeaf({ by: alexa.intermediate, ...lifetime })

    expect(await outcomeOf(alexa.leaf, alexa.chain, root)).toBe(reason)
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, intermediate))).toBe(reason)
    expect(await outcomeOf(leaf, chainOf(leaf, alexa.intermediate))).toBe(reason)
  })

  it('rejects a certificate issued by a certificate that is not an authority', async () => {
    const lower = await issueLeaf({ by: alexa.leaf, keys: await keysFor('forged leaf') })
    expect(await outcomeOf(lower, chainOf(lower, alexa.leaf, alexa.intermediate))).toBe('signature-mismatch')

    const other = await issueLeaf({ by: alexa.intermediate, name: 'Other', dnsNames: ['example.com'] })
    const byOther = await issueLeaf({ by: other, keys: await keysFor('forged leaf') })
    expect(await outcomeOf(byOther, chainOf(byOther, other, alexa.intermediate))).toBe('certificate-misused')
  })

  it('rejects an authority without the right to sign certificates', async () => {
    const flags = x509.KeyUsageFlags.cRLSign | x509.KeyUsageFlags.digitalSignature
    const intermediate = await issueIntermediate({ by: alexa.root, extensions: authorityExtensions(undefined, flags) })
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, intermediate))).toBe('certificate-misused')
    const root = await issueRoot({ extensions: authorityExtensions(undefined, flags) })
    expect(await outcomeOf(alexa.leaf, alexa.chain, root)).toBe('certificate-misused')
  })

  it('rejects an authority without basic constraints', async () => {
    const [, usage] = authorityExtensions()
    const intermediate = await issueIntermediate({ by: alexa.root, extensions: usage ? [usage] : [] })
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, intermediate))).toBe('certificate-misused')
  })

  it('rejects more authorities than the path length allows', async () => {
    const root = await issueRoot({ extensions: authorityExtensions(0) })
    expect(await outcomeOf(alexa.leaf, alexa.chain, root)).toBe('certificate-misused')
  })

  it.each([
    ['permitted elsewhere', { permitted: ['example.com'] }],
    ['excluded', { excluded: ['amazon.com'] }],
    ['excluded with every host', { excluded: [''] }],
  ])('rejects a name that an authority may not certify: %s', async (_, constraints) => {
    const extensions = [...authorityExtensions(), nameConstraints(constraints)]
    const intermediate = await issueIntermediate({ by: alexa.root, extensions })
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, intermediate))).toBe('certificate-misused')
  })

  it('rejects an authority whose name constraints cannot be read', async () => {
    for (const value of ['0500', '3006a004300282ff', '3005a003300182']) {
      const broken = new x509.Extension('2.5.29.30', true, Buffer.from(value, 'hex'))
      const intermediate = await issueIntermediate({ by: alexa.root, moreExtensions: [broken] })
      expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, intermediate))).toBe('certificate-untrusted')
    }
  })

  it('rejects a valid certificate that is hidden as PEM inside a forged one', async () => {
    const other = await issueLeaf({ by: alexa.intermediate, dnsNames: ['example.com'] })
    const hidden = new x509.Extension('1.2.3.4', false, Buffer.from(`\n${other.pem}\n`))
    const forger = { ...alexa.intermediate, keys: await keysFor('other') }
    const forged = await issueLeaf({ by: forger, moreExtensions: [hidden] })
    expect(await outcomeOf(other, chainOf(forged, alexa.intermediate))).toBe('certificate-wrong-name')
  })

  it('rejects a certificate for another purpose', async () => {
    const forMail = new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.emailProtection])
    const intermediate = await issueIntermediate({ by: alexa.root, moreExtensions: [forMail] })
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, intermediate))).toBe('certificate-misused')

    const [basic, , , names] = leafExtensions()
    const forEncryption = new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyEncipherment, true)
    for (const usage of [forMail, forEncryption]) {
      const extensions = [basic, usage, names].filter((extension) => extension !== undefined)
      const leaf = await issueLeaf({ by: alexa.intermediate, extensions })
      expect(await outcomeOf(leaf, chainOf(leaf, alexa.intermediate))).toBe('certificate-misused')
    }
  })

  it('rejects a certificate with an unknown critical extension', async () => {
    const poison = new x509.Extension('1.3.6.1.4.1.11129.2.4.3', true, new Uint8Array([5, 0]))
    const leaf = await issueLeaf({ by: alexa.intermediate, moreExtensions: [poison] })
    expect(await outcomeOf(leaf, chainOf(leaf, alexa.intermediate))).toBe('certificate-misused')
    const intermediate = await issueIntermediate({ by: alexa.root, moreExtensions: [poison] })
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, intermediate))).toBe('certificate-misused')
  })

  it('rejects keys and signatures that are too weak', async () => {
    const short = await issueLeaf({ by: alexa.intermediate, keys: await keysFor('leaf', 'rsa', 1024) })
    expect(await outcomeOf(alexa.leaf, chainOf(short, alexa.intermediate))).toBe('certificate-weak')
    expect(await outcomeOf(short, chainOf(short, alexa.intermediate))).toBe('signature-malformed')

    const weak = await issueIntermediate({ by: alexa.root, keys: await keysFor('intermediate', 'rsa', 1024) })
    const byWeak = await issueLeaf({ by: weak })
    expect(await outcomeOf(byWeak, chainOf(byWeak, weak))).toBe('certificate-weak')

    const bySha1 = await issueLeaf({ by: alexa.intermediate, signatureHash: 'SHA-1' })
    expect(await outcomeOf(bySha1, chainOf(bySha1, alexa.intermediate))).toBe('certificate-weak')
  })

  it('rejects a certificate whose key cannot have made the signature', async () => {
    const leaf = await issueLeaf({ by: alexa.intermediate, keys: await keysFor('leaf', 'ecdsa') })
    expect(await outcomeOf(alexa.leaf, chainOf(leaf, alexa.intermediate))).toBe('certificate-weak')
    expect(await outcomeOf(leaf, chainOf(leaf, alexa.intermediate))).toBe('signature-malformed')
  })

  it('rejects a chain that is longer than any real chain', async () => {
    const path = [alexa.root]
    for (const level of Array.from({ length: 12 }, (_, index) => index)) {
      path.unshift(await issueIntermediate({ by: path[0] ?? alexa.root, name: `Level ${level}` }))
    }
    const leaf = await issueLeaf({ by: path[0] ?? alexa.root })
    expect(await outcomeOf(leaf, chainOf(leaf, ...path))).toBe('certificate-untrusted')
    const short = path.slice(6)
    const lower = await issueLeaf({ by: short[0] ?? alexa.root })
    expect(await outcomeOf(lower, chainOf(lower, ...short))).toBe('verified')
  })

  it('rejects authorities that certify each other in a circle, within 5 s of CPU time', async () => {
    const keys = await keysFor('intermediate')
    const circle: Issued[] = []
    for (const until of Array.from({ length: 12 }, (_, index) => days(index + 1))) {
      circle.push(await issueIntermediate({ by: alexa.intermediate, until, keys }))
    }
    const before = process.cpuUsage()
    expect(await outcomeOf(alexa.leaf, chainOf(alexa.leaf, ...circle))).toBe('certificate-untrusted')
    expect(cpuMsSince(before)).toBeLessThan(5000)
  })

  it('rejects a file of certificates that each have many possible issuers, within 5 s of CPU time', async () => {
    const keys = await keysFor('other', 'ecdsa')
    const authority = await issueIntermediate({ by: alexa.root, keys: await keysFor('intermediate', 'ecdsa') })
    const leaves = await Promise.all(Array.from({ length: 16 }, () => issueLeaf({ by: { ...authority, keys } })))
    const others = Array.from({ length: 16 }, (_, index) =>
      issueIntermediate({ by: alexa.intermediate, keys: authority.keys, until: days(index + 1) }),
    )
    const file = chainOf(...leaves, ...(await Promise.all(others)))
    const before = process.cpuUsage()
    expect(await outcomeOf(alexa.leaf, file)).toBe('certificate-untrusted')
    expect(await outcomeOf(alexa.leaf, `${alexa.root.pem}${file}`)).toBe('certificate-malformed')
    expect(cpuMsSince(before)).toBeLessThan(5000)
  })

  it.each([
    ['nothing', ''],
    ['a page', '<html><body>Not Found</body></html>'],
    ['no end of a certificate', '-----BEGIN CERTIFICATE-----\nMIIB'],
    ['the beginning of a certificate many times', '-----BEGIN CERTIFICATE-----'.repeat(2000)],
    ['a PEM block of another type', '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----'],
  ])('rejects a file that contains %s', async (_, chain) => {
    expect(await outcomeOf(alexa.leaf, chain)).toBe('certificate-malformed')
  })

  it('rejects a certificate with any byte changed', async () => {
    const { verifier } = setUp(alexa.root.pem, '')
    expect(verifier.maxBodyBytes).toBeGreaterThan(0)
    const request = signedRequest(alexa.leaf)
    const lines = alexa.leaf.pem.split('\n')
    const der = Buffer.from(lines.slice(1, -1).join(''), 'base64')
    for (let index = 0; index < der.length; index += 7) {
      const changed = Buffer.from(der)
      changed.writeUInt8(changed.readUInt8(index) ^ 0x01, index)
      const pem = `${lines[0]}\n${changed.toString('base64')}\n${lines.at(-1)}\n${alexa.intermediate.pem}`
      const { verifier } = setUp(alexa.root.pem, pem)
      expect((await verifier.verify(request)).status, `byte ${index}`).toBe('rejected')
    }
  })
})

it('checks a cached chain again once it has expired', async () => {
  const intermediate = await issueIntermediate({ by: alexa.root, until: days(10) })
  const setup = setUp(alexa.root.pem, chainOf(alexa.leaf, intermediate))
  const at = async (ms: number) => {
    setup.setTime(ms)
    const timestamp = new Date(ms).toISOString()
    const result = await setup.verifier.verify(
      signedRequest(alexa.leaf, {
        request: { type: 'LaunchRequest', timestamp },
        session: { application: { applicationId: 'amzn1.ask.skill.1' } },
      }),
    )
    return result.status === 'verified' ? 'verified' : result.reason
  }

  expect(await at(now)).toBe('verified')
  expect(await at(now + 10 * dayMs)).toBe('verified')
  expect(await at(now + 10 * dayMs + 1000)).toBe('certificate-expired')
  expect(await at(now - 31 * dayMs)).toBe('certificate-not-yet-valid')

  setup.setChain(alexa.chain)
  expect(await at(now + 20 * dayMs)).toBe('verified')
  expect(await at(now + 31 * dayMs)).toBe('certificate-expired')
})

function nameConstraints({
  permitted = [],
  excluded = [],
}: {
  permitted?: readonly string[]
  excluded?: readonly string[]
}): x509.Extension {
  const element = (tag: number, ...parts: readonly Uint8Array[]) => {
    const content = Buffer.concat(parts)
    return Buffer.concat([Buffer.from([tag, content.length]), content])
  }
  const subtrees = (tag: number, names: readonly string[]) =>
    names.length === 0 ? [] : [element(tag, ...names.map((name) => element(0x30, element(0x82, Buffer.from(name)))))]
  const value = element(0x30, ...subtrees(0xa0, permitted), ...subtrees(0xa1, excluded))
  return new x509.Extension('2.5.29.30', true, value)
}
