import { X509Certificate } from 'node:crypto'
import { expect, it } from 'vitest'
import { createServerCertificate } from '../src/base/certificate.js'

it('the server certificate is for 127.0.0.1 and localhost, and its root signs nothing else', async () => {
  const { authority, certificate } = await createServerCertificate()
  const [root, leaf] = [new X509Certificate(authority), new X509Certificate(certificate)]
  expect([root.ca, leaf.ca]).toEqual([true, false])
  expect([root.checkIssued(root), leaf.checkIssued(root), leaf.verify(root.publicKey)]).toEqual([true, true, true])
  expect([leaf.checkHost('localhost'), leaf.checkIP('127.0.0.1'), leaf.checkHost('example.com')]).toEqual([
    'localhost',
    '127.0.0.1',
    undefined,
  ])
  expect(leaf.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' })
  expect(Date.parse(leaf.validFrom)).toBeLessThan(Date.now())
  expect(Date.parse(leaf.validTo)).toBeGreaterThan(Date.now() + 80 * 86_400_000)
  expect((await createServerCertificate()).authority).not.toBe(authority)
})
