import { X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createRequestVerifier } from '../src/index.js'
import { envelopeOf, setUp, signedRequest, skillId } from './support/alexa.js'
import { dayMs } from './support/certificates.js'
import { craft, elementsOf, rsaKeys } from './support/der-certificates.js'

const folder = new URL('./fixtures/amazon-chains/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.pem'))

function chainIn(file: string) {
  const text = readFileSync(new URL(file, folder), 'latin1')
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  const [leaf, issuer] = certificates.map((pem) => new X509Certificate(pem))
  if (!leaf || !issuer) throw new Error(`${file} contains no chain`)
  return { text, leaf, issuer, from: Date.parse(leaf.validFrom), until: Date.parse(leaf.validTo) }
}

/** Returns the outcome of a request at this time that names the chain but is signed by another key. */
async function outcomeAt(ms: number, chain: string): Promise<string> {
  const verifier = createRequestVerifier({ skillIds: skillId, clock: () => ms, fetchCertificate: () => chain })
  const envelope = envelopeOf({ timestamp: new Date(ms).toISOString() })
  const result = await verifier.verify(signedRequest({ privateKey: rsaKeys('stranger').privateKey }, envelope))
  return result.status === 'verified' ? 'verified' : result.reason
}

it('contains chains of all years', () => {
  expect(files.length).toBeGreaterThanOrEqual(7)
})

describe.each(files)("Amazon's chain %s", (file) => {
  const { text, leaf, issuer, from, until } = chainIn(file)

  it("is trusted by Node's roots exactly as long as Amazon used it", async () => {
    // A trusted chain leads to signature-mismatch, because another key signed the request.
    for (const ms of [from, (from + until) / 2, until]) expect(await outcomeAt(ms, text)).toBe('signature-mismatch')
    expect(await outcomeAt(from - 1000, text)).toBe('certificate-not-yet-valid')
    expect(await outcomeAt(until + 1000, text)).toBe('certificate-expired')
    expect(await outcomeAt(until + dayMs, text)).toBe('certificate-expired')
  })

  it('is trusted in any order, but not without its intermediate', async () => {
    const blocks = text.split(/(?=-----BEGIN)/)
    expect(await outcomeAt(from, blocks.toReversed().join(''))).toBe('signature-mismatch')
    expect(await outcomeAt(from, blocks.slice(0, 2).join(''))).toBe('signature-mismatch')
    expect(await outcomeAt(from, [blocks[0], ...blocks.slice(2)].join(''))).toBe('certificate-untrusted')
  })

  it('has the required shape of a signing chain', async () => {
    const root = craft({ name: 'Root', afterKey: extensionsOf(issuer), keys: rsaKeys('root') })
    const between = craft({ name: 'Amazon', by: root, afterKey: extensionsOf(issuer), keys: rsaKeys('authority') })
    const own = craft({ name: 'Alexa', by: between, afterKey: extensionsOf(leaf), keys: rsaKeys('leaf') })
    const { verifier } = setUp(between.pem, own.pem)
    expect(await verifier.verify(signedRequest(own))).toMatchObject({ status: 'verified' })
    // Amazon's intermediates must not have another authority below them.
    const under = setUp(root.pem, `${own.pem}${between.pem}`)
    expect(await under.verifier.verify(signedRequest(own))).toMatchObject({ reason: 'certificate-misused' })
  })
})

/** The field `[3]` as it is in the file. */
function extensionsOf({ raw }: X509Certificate): Buffer {
  const [signed] = elementsOf(elementsOf(raw)[0]?.subarray(4) ?? raw)
  return elementsOf(signed?.subarray(4) ?? raw).at(-1) ?? raw
}
