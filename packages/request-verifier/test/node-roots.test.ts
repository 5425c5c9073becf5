import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { expect, it } from 'vitest'
import { parseCertificate } from '../src/certificate/certificate.js'
import { splitPem } from '../src/certificate/split-pem.js'
import { isStrongKey } from '../src/certificate/strength.js'
import { createTrustedRoots, defaultRoots } from '../src/certificate/trusted-roots.js'

it('trusts the readable roots if one root cannot be read', () => {
  const [first] = rootCertificates.flatMap(splitPem)
  const root = first && parseCertificate(first)
  for (const odd of ['', '3000', '300730053003020101', 'ff']) {
    const roots = createTrustedRoots([Buffer.from(odd, 'hex'), ...(first ? [first] : [])])
    expect(root && roots.has(root)).toBe(true)
  }
})

it('finds no unreadable root by its name', () => {
  const [first] = rootCertificates.flatMap(splitPem)
  const root = first && parseCertificate(first)
  if (root === undefined) return expect.fail("Node's first root was not read.")
  const withoutTime = Buffer.from(root.der)
  withoutTime.write('X', withoutTime.indexOf('170d', 0, 'hex') + 2)
  expect(parseCertificate(withoutTime)).toBeUndefined()
  const roots = createTrustedRoots([withoutTime, root.der, root.der])
  for (let time = 0; time < 2; time += 1) {
    expect(roots.named(root.subject).map(({ der }) => der)).toEqual([root.der, root.der])
    expect(roots.named('00')).toEqual([])
  }
  expect(roots.has(root)).toBe(true)
  expect(roots.has({ ...root, der: withoutTime })).toBe(false)
})

/** The most used verifier fails here: it drops the ECDSA roots, which its parser does not know. */
it("reads each of Node's roots like OpenSSL and finds it by its name", () => {
  for (const pem of rootCertificates) {
    const x509 = new X509Certificate(pem)
    const root = splitPem(pem).map(parseCertificate)[0]
    expect(root?.isAuthority, x509.subject).toBe(x509.ca)
    expect(root?.mayCertify, x509.subject).toBe(true)
    expect(root?.subject === root?.issuer, x509.subject).toBe(x509.subject === x509.issuer)
    expect(root && defaultRoots().has(root), x509.subject).toBe(true)
    expect(isStrongKey(x509.publicKey), x509.subject).toBe(true)
    expect(root?.notBeforeMs, x509.subject).toBeLessThan(root?.notAfterMs ?? 0)
  }
})
