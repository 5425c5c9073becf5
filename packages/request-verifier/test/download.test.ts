import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import { downloadCertificate } from '../src/certificate/download-certificate.js'
import { createAlexa, envelopeOf, setUp, signedRequest } from './support/alexa.js'
import { serveTls } from './support/local-server.js'

/** Returns the outcome of the default download from a local server in place of S3. */
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

it('downloads a certificate from an HTTPS server', async () => {
  const { chain } = await createAlexa()
  const { outcome, hits } = await outcomeOf((_, response) => response.end(chain))
  expect(outcome).toBe('verified')
  expect(hits).toEqual(['/echo.api/echo-api-cert-13.pem'])
})

it('does not follow a redirect', async () => {
  const { chain } = await createAlexa()
  const { outcome, hits } = await outcomeOf((request, response) => {
    if (request.url === '/elsewhere') response.end(chain)
    else response.writeHead(302, { location: '/elsewhere' }).end(chain)
  })
  expect(outcome).toBe('certificate-unavailable HTTP_302')
  expect(hits).toHaveLength(1)
})

it.each([404, 403, 500, 206, 204])('rejects a certificate in a response with status %i', async (status) => {
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

it('does not wait for a server that is silent or never ends its response', async () => {
  const began = performance.now()
  const outcomes = await Promise.all([outcomeOf(() => {}), outcomeOf((_, response) => response.write('-----BEGIN'))])
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(2).fill('certificate-unavailable TIMEOUT'))
  expect(performance.now() - began).toBeLessThan(20_000)
})

it('rejects an incomplete file', async () => {
  const { chain } = await createAlexa()
  const { outcome } = await outcomeOf((_, response) => {
    response.writeHead(200, { 'content-length': chain.length + 1 })
    response.write(chain, () => response.destroy())
  })
  expect(outcome).toBe('certificate-unavailable ECONNRESET')
})

it('rejects a server whose certificate is not trusted', async () => {
  const { chain, root, leaf } = await createAlexa()
  const { origin, hits } = await serveTls((_, response) => response.end(chain))
  const { verifier } = setUp(root.pem, chain, {
    fetchCertificate: (_, { signal }) => downloadCertificate(origin, { signal }),
  })
  expect(await verifier.verify(signedRequest(leaf))).toMatchObject({ reason: 'certificate-unavailable' })
  expect(hits).toEqual([])
})

describe('kept connection to the store', () => {
  /** Sets up a verifier with the default download, from a local server in place of S3. */
  async function setUpTls(listener: RequestListener) {
    const { origin, ca, hits, connections } = await serveTls(listener)
    const { root, leaf } = await createAlexa()
    const { verifier } = setUp(root.pem, '', {
      fetchCertificate: (url, { signal }) =>
        downloadCertificate(url.replace('https://s3.amazonaws.com', origin), { signal, ca }),
    })
    const codeFor = async (file: string) => {
      const url = `https://s3.amazonaws.com/echo.api/${file}`
      const result = await verifier.verify(signedRequest(leaf, envelopeOf(), url))
      return result.status === 'verified' ? 'verified' : (result.code ?? result.reason)
    }
    return { codeFor, hits, connections }
  }

  it('is used for many files, found or not, one after another and in parallel', async () => {
    const { chain } = await createAlexa()
    const { codeFor, hits, connections } = await setUpTls((request, response) => {
      if (request.url === '/echo.api/right') response.end(chain)
      else if (request.url?.endsWith('long')) response.writeHead(403).end('x'.repeat(60_000))
      else response.writeHead(404).end('<Error/>')
    })
    expect(await codeFor('first')).toBe('HTTP_404')
    expect(await codeFor('long')).toBe('HTTP_403')
    expect(await codeFor('right')).toBe('verified')
    const codes = await Promise.all(Array.from({ length: 10 }, (_, index) => codeFor(`other-${index}`)))
    expect(new Set(codes)).toEqual(new Set(['HTTP_404']))
    expect(hits).toHaveLength(13)
    expect(connections()).toBe(1)
  })

  it('is kept while more files are requested than it can deliver', async () => {
    const { codeFor, hits, connections } = await setUpTls((_, response) => {
      setTimeout(() => response.writeHead(404).end(), 100)
    })
    const codes = await Promise.all(Array.from({ length: 100 }, (_, index) => codeFor(`other-${index}`)))
    expect(new Set(codes)).toEqual(new Set(['HTTP_404', 'TIMEOUT']))
    expect(hits.length).toBeGreaterThan(5)
    expect(connections()).toBe(1)
  })

  it('delivers a genuine file while the server is silent about all others', async () => {
    const { chain } = await createAlexa()
    const { codeFor } = await setUpTls((request, response) => {
      if (request.url === '/echo.api/echo-api-cert-13.pem') response.end(chain)
    })
    const others = Array.from({ length: 50 }, (_, index) => codeFor(`other-${index}`))
    expect(await codeFor('echo-api-cert-13.pem')).toBe('verified')
    expect(new Set(await Promise.all(others))).toEqual(new Set(['TIMEOUT']))
  })

  it('is replaced by a new connection if it was closed', async () => {
    const { chain } = await createAlexa()
    const asked = new WeakSet<object>()
    const { codeFor, hits, connections } = await setUpTls((request, response) => {
      if (asked.has(request.socket)) return request.socket.destroy()
      asked.add(request.socket)
      response.end(chain)
    })
    expect(await codeFor('one')).toBe('verified')
    expect(await codeFor('two')).toBe('verified')
    expect(hits).toEqual(['/echo.api/one', '/echo.api/two', '/echo.api/two'])
    expect(connections()).toBe(2)
  })

  it('is not replaced if a new connection fails or the response has begun', async () => {
    const { codeFor, hits } = await setUpTls((request, response) => {
      if (request.url === '/echo.api/none') return request.socket.destroy()
      if (request.url === '/echo.api/first') return response.end()
      response.write('-----BEGIN', () => request.socket.destroy())
    })
    expect(await codeFor('none')).toBe('ECONNRESET')
    expect(await codeFor('first')).toBe('certificate-malformed')
    expect(await codeFor('half')).toBe('ECONNRESET')
    expect(hits).toHaveLength(3)
  })

  it('does not keep the process alive', async () => {
    const { origin, ca } = await serveTls((_, response) => response.end(''))
    const { signal } = new AbortController()
    await downloadCertificate(origin, { signal, ca })
    await new Promise((resolve) => setTimeout(resolve, 20))
    // The kept connection is unref'd, so only the test's own server remains.
    expect(process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length).toBeLessThanOrEqual(1)
  })
})
