import type { RequestListener } from 'node:http'
import { expect, it } from 'vitest'
import { downloadCertificate } from '../src/certificate/download-certificate.js'
import { createAlexa, setUp, signedRequest } from './support/alexa.js'
import { serveTls } from './support/local-server.js'

/** What the default download makes of a server, where S3 would be. */
async function outcomeOf(listener: RequestListener) {
  const { origin, ca, hits } = await serveTls(listener)
  const { root, leaf, chain } = await createAlexa()
  const { verifier } = setUp(root.pem, chain, {
    fetchCertificate: (url, { signal }) =>
      downloadCertificate(url.replace('https://s3.amazonaws.com', origin), { signal, ca }),
  })
  const result = await verifier.verify(signedRequest(leaf))
  return { outcome: result.status === 'verified' ? 'verified' : `${result.reason} ${result.code}`, hits }
}

it('gets a certificate from an HTTPS server', async () => {
  const { chain } = await createAlexa()
  const { outcome, hits } = await outcomeOf((_, response) => response.end(chain))
  expect(outcome).toBe('verified')
  expect(hits).toEqual(['/echo.api/echo-api-cert-13.pem'])
})

it('follows no redirect', async () => {
  const { chain } = await createAlexa()
  const { outcome, hits } = await outcomeOf((request, response) => {
    if (request.url === '/elsewhere') response.end(chain)
    else response.writeHead(302, { location: '/elsewhere' }).end(chain)
  })
  expect(outcome).toBe('certificate-unavailable HTTP_302')
  expect(hits).toHaveLength(1)
})

it.each([404, 403, 500, 206, 204])('takes no certificate from an answer with status %i', async (status) => {
  const { chain } = await createAlexa()
  const { outcome } = await outcomeOf((_, response) => response.writeHead(status).end(chain))
  expect(outcome).toBe(`certificate-unavailable HTTP_${status}`)
})

it('stops at 64 KiB, with and without a declared length', async () => {
  let sent = 0
  const { outcome } = await outcomeOf((_, response) => {
    const write = () => {
      if (response.destroyed) return
      sent += 16_384
      response.write(Buffer.alloc(16_384), () => setTimeout(write, 1))
    }
    write()
  })
  expect(outcome).toBe('certificate-unavailable TOO_LARGE')
  expect(sent).toBeLessThan(10_000_000)
  const declared = await outcomeOf((_, response) => response.end(Buffer.alloc(65_537)))
  expect(declared.outcome).toBe('certificate-unavailable TOO_LARGE')
})

it('does not wait for a server that says nothing, or never ends', async () => {
  const began = performance.now()
  const outcomes = await Promise.all([outcomeOf(() => {}), outcomeOf((_, response) => response.write('-----BEGIN'))])
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(2).fill('certificate-unavailable TIMEOUT'))
  expect(performance.now() - began).toBeLessThan(6000)
})

it('takes no part for the whole', async () => {
  const { chain } = await createAlexa()
  const { outcome } = await outcomeOf((_, response) => {
    response.writeHead(200, { 'content-length': chain.length + 1 })
    response.write(chain, () => response.destroy())
  })
  expect(outcome).toBe('certificate-unavailable ECONNRESET')
})

it('takes nothing from a server whose certificate is not trusted', async () => {
  const { chain, root, leaf } = await createAlexa()
  const { origin, hits } = await serveTls((_, response) => response.end(chain))
  const { verifier } = setUp(root.pem, chain, {
    fetchCertificate: (_, { signal }) => downloadCertificate(origin, { signal }),
  })
  expect(await verifier.verify(signedRequest(leaf))).toMatchObject({ reason: 'certificate-unavailable' })
  expect(hits).toEqual([])
})
