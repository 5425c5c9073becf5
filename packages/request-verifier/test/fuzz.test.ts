import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { tryCases } from '../../core/test/support/fuzz.js'
import { createAlexa, envelopeOf, type Setup, setUp, signedRequest } from './support/alexa.js'

let alexa: Awaited<ReturnType<typeof createAlexa>>
let setup: Setup
beforeAll(async () => {
  alexa = await createAlexa()
  setup = setUp(alexa.root.pem, alexa.chain)
})

const names = fc.constantFrom(
  'Signature-256',
  'signature-256',
  'SignatureCertChainUrl',
  'SIGNATURECERTCHAINURL',
  '__proto__',
)

it('rejects any headers except the right ones, and never throws', async ({ task }) => {
  const { headers, rawBody } = signedRequest(alexa.leaf)
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.base64String({ minLength: 344, maxLength: 344 }),
    fc.constantFrom(headers['signature-256'], headers.signaturecertchainurl),
    fc.anything(),
  )
  const added = fc.dictionary(fc.oneof(names, fc.string()), value, { noNullPrototype: false })
  await tryCases(
    task,
    fc.asyncProperty(added, fc.boolean(), async (more, withBoth) => {
      const result = await setup.verifier.verify({ headers: withBoth ? { ...headers, ...more } : more, rawBody })
      if (result.status === 'rejected') return
      const isChanged = Object.entries(more).some(
        ([name, value]) =>
          // A header that is undefined counts as missing.
          value !== undefined && Object.hasOwn(headers, name.toLowerCase()) && value !== headers[name.toLowerCase()],
      )
      expect(isChanged).toBe(false)
    }),
    500,
  )
  expect(new Set(setup.fetched.map((url) => new URL(url).host))).toEqual(new Set(['s3.amazonaws.com']))
})

it('rejects any signed JSON that is not a request for this skill, and never throws', async ({ task }) => {
  const { request, context } = envelopeOf()
  const piece = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(request, context, context.System, 'LaunchRequest'))
  const body = fc.record(
    {
      request: fc.oneof(
        piece,
        fc.record({ type: piece, timestamp: fc.constant(request.timestamp), requestId: piece }, { requiredKeys: [] }),
      ),
      context: fc.oneof(piece, fc.record({ System: fc.record({ application: piece }) })),
      session: piece,
    },
    { requiredKeys: [] },
  )
  await tryCases(
    task,
    fc.asyncProperty(body, async (content) => {
      const result = await setup.verifier.verify(signedRequest(alexa.leaf, content))
      if (result.status !== 'verified') return
      expect(content.request).toMatchObject({ type: expect.any(String), timestamp: request.timestamp })
      expect(JSON.stringify([content.context, content.session])).toContain(JSON.stringify(context.System.application))
    }),
    500,
  )
})

it('rejects any certificate file except the right one, and never throws', async ({ task }) => {
  const request = signedRequest(alexa.leaf)
  const bytes = Buffer.from(alexa.chain)
  const file = fc.oneof(
    fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)).map(([at, byte]) => {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(byte, at)
      return changed
    }),
    fc.tuple(fc.nat(bytes.length), fc.nat(bytes.length)).map(([from, to]) => bytes.subarray(from, to)),
    fc.uint8Array({ maxLength: 2000 }).map((der) => {
      return Buffer.from(
        `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----`,
      )
    }),
  )
  const tried: string[] = []
  await tryCases(
    task,
    fc.asyncProperty(file, async (content) => {
      const { verifier } = setUp(alexa.root.pem, content.toString('latin1'))
      const result = await verifier.verify(request)
      tried.push(result.status === 'verified' ? 'verified' : result.reason)
    }),
    500,
  )
  expect([...new Set(tried)].filter((outcome) => !outcome.startsWith('certificate-'))).toEqual([
    // A changed byte in a line end or in a comment between the certificates has no effect.
    'verified',
  ])
})
