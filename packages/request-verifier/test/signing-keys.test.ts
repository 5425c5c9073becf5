import { expect, it } from 'vitest'
import { parseCertificate } from '../src/certificate/certificate.js'
import { findSigningKeys } from '../src/certificate/signing-keys.js'
import { splitPem } from '../src/certificate/split-pem.js'
import { createTrustedRoots } from '../src/certificate/trusted-roots.js'
import {
  chainOf,
  days,
  type Issued,
  issueIntermediate,
  issueLeaf,
  issueRoot,
  keysFor,
  now,
} from './support/certificates.js'

it('trusts keys only while every certificate of their path is valid', async () => {
  const root = await issueRoot({ from: days(-9), until: days(3) })
  const intermediate = await issueIntermediate({ by: root, from: days(-2), until: days(8) })
  const leaf = await issueLeaf({ by: intermediate, from: days(-5), until: days(9) })
  const successor = await issueLeaf({ by: root, keys: await keysFor('successor'), from: days(-1), until: days(2) })
  const expired = await issueLeaf({ by: root, from: days(-9), until: days(-8) })
  const findAt = (nowMs: number, ...certificates: readonly Issued[]) => {
    const parsed = splitPem(chainOf(...certificates)).map(parseCertificate)
    const readable = parsed.filter((certificate) => certificate !== undefined)
    return findSigningKeys(readable, createTrustedRoots(splitPem(root.pem)), nowMs)
  }
  const find = (...certificates: readonly Issued[]) => findAt(now, ...certificates)
  const window = (from: Date, until: Date) => ({ notBeforeMs: from.getTime(), notAfterMs: until.getTime() + 999 })

  expect(find(leaf, intermediate)).toMatchObject({ status: 'trusted', ...window(days(-2), days(3)) })
  const both = find(leaf, expired, intermediate, successor)
  expect(both).toMatchObject({ status: 'trusted', ...window(days(-1), days(2)) })
  expect('keys' in both && both.keys).toHaveLength(2)
  const [begin, end] = [days(-2).getTime(), days(3).getTime() + 999]
  for (const nowMs of [begin, end]) expect(findAt(nowMs, leaf, intermediate)).toMatchObject({ status: 'trusted' })
  expect(findAt(begin - 1, leaf, intermediate)).toMatchObject({ reason: 'certificate-not-yet-valid' })
  expect(findAt(end + 1, leaf, intermediate)).toMatchObject({ reason: 'certificate-expired' })
  expect(find(expired)).toMatchObject({ reason: 'certificate-expired' })
  expect(find(intermediate)).toMatchObject({ reason: 'certificate-wrong-name' })
  expect(find()).toMatchObject({ reason: 'certificate-malformed' })
})
