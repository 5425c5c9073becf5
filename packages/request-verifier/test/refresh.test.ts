import { beforeAll, describe, expect, it } from 'vitest'
import { createAlexa, envelopeOf, type Setup, setUp, signedRequest } from './support/alexa.js'
import { chainOf, dayMs, type Issued, issueLeaf, keysFor, now } from './support/certificates.js'

let alexa: Awaited<ReturnType<typeof createAlexa>>
let successor: Issued
beforeAll(async () => {
  alexa = await createAlexa()
  successor = await issueLeaf({ by: alexa.intermediate, keys: await keysFor('successor') })
})

const hourMs = 3_600_000

/** Returns the outcome of a request at this time after the start. */
async function outcomeAfter(ms: number, setup: Setup, signer = alexa.leaf): Promise<string> {
  setup.setTime(now + ms)
  const result = await setup.verifier.verify(
    signedRequest(signer, envelopeOf({ timestamp: new Date(now + ms).toISOString() })),
  )
  const outcome = result.status === 'verified' ? 'verified' : `${result.reason} ${result.code ?? ''}`.trim()
  // Lets the background finish. It only waits for promises in this process.
  await new Promise((resolve) => setTimeout(resolve, 5))
  return outcome
}

async function start(): Promise<Setup> {
  const setup = setUp(alexa.root.pem, alexa.chain)
  expect(await outcomeAfter(0, setup)).toBe('verified')
  return setup
}

const failWith = (error: unknown) => () => Promise.reject(error)
const httpError = (status: number) => Object.assign(new Error('…'), { code: `HTTP_${status}` })

it('refreshes a certificate once a day', async () => {
  const setup = await start()
  for (const [ms, downloads] of [
    [dayMs - 1, 1],
    [dayMs, 2],
    [dayMs + 1, 2],
    [2 * dayMs - 1, 2],
    [2 * dayMs, 3],
  ] as const) {
    expect(await outcomeAfter(ms, setup)).toBe('verified')
    expect(setup.fetched).toHaveLength(downloads)
  }
})

it('does not make a request wait for the refresh', async () => {
  const setup = await start()
  setup.setChain(() => new Promise(() => {}))
  const began = performance.now()
  expect(await outcomeAfter(dayMs, setup)).toBe('verified')
  expect(performance.now() - began).toBeLessThan(2900) // otherwise it would take 3 s
  expect(setup.fetched).toHaveLength(2)
})

it('accepts a new certificate in the same file after the refresh, and rejects the old one', async () => {
  const setup = await start()
  setup.setChain(chainOf(successor, alexa.intermediate))
  expect(await outcomeAfter(dayMs, setup)).toBe('verified')
  expect(await outcomeAfter(dayMs + 1, setup, successor)).toBe('verified')
  expect(await outcomeAfter(dayMs + 1, setup)).toBe('signature-mismatch')
})

describe('withdrawn certificate', () => {
  it.each([
    ['the code HTTP_403', httpError(403)],
    ['the code HTTP_404', httpError(404)],
    ['a status', Object.assign(new Error('…'), { status: 404 })],
    ['a statusCode', Object.assign(new Error('…'), { statusCode: 403 })],
    ['a response', Object.assign(new Error('…'), { response: { status: 404 } })],
    ['a response of another HTTP client', Object.assign(new Error('…'), { response: { statusCode: 403 } })],
  ])('is no longer trusted after a refresh found %s', async (_, error) => {
    const setup = await start()
    setup.setChain(failWith(error))
    expect(await outcomeAfter(dayMs, setup)).toBe('verified')
    expect(await outcomeAfter(dayMs + 1, setup)).toMatch(/^certificate-unavailable/)
    // The failed download is not repeated for each request.
    expect(setup.fetched).toHaveLength(2)
    setup.setChain(alexa.chain)
    expect(await outcomeAfter(dayMs + 10_000, setup)).toBe('verified')
  })

  it('is not trusted for the first request after two days', async () => {
    const setup = await start()
    setup.setChain(failWith(httpError(404)))
    expect(await outcomeAfter(2 * dayMs, setup)).toBe('certificate-unavailable HTTP_404')
  })

  it('is not trusted for a request that arrives while another waits for the refresh', async () => {
    const setup = await start()
    let fail = (_error: unknown) => {}
    const download = new Promise<string>((_, reject) => {
      fail = reject
    })
    setup.setChain(() => download)
    const first = outcomeAfter(3 * dayMs, setup)
    await expect.poll(() => setup.fetched).toHaveLength(2)
    const others = [2, 3].map(() => outcomeAfter(3 * dayMs, setup))
    await new Promise(setImmediate)
    fail(httpError(404))
    const outcomes = await Promise.all([first, ...others])
    expect(outcomes).toEqual(Array(3).fill('certificate-unavailable HTTP_404'))
    expect(setup.fetched).toHaveLength(2)
  })

  it.each([
    ['an empty file', ''],
    ['a page', '<html></html>'],
  ])('is no longer trusted after %s has replaced it', async (_, text) => {
    const setup = await start()
    setup.setChain(text)
    expect(await outcomeAfter(dayMs, setup)).toBe('verified')
    expect(await outcomeAfter(dayMs + 1, setup)).toBe('certificate-malformed')
  })
})

describe('failed refresh', () => {
  it('keeps the old certificate for requests that waited for the download', async () => {
    const setup = await start()
    setup.setChain(() => new Promise(() => {}))
    const outcomes = await Promise.all([1, 2].map(() => outcomeAfter(3 * dayMs, setup)))
    expect(outcomes).toEqual(['verified', 'verified'])
    expect(await outcomeAfter(3 * dayMs + 1, setup)).toBe('verified')
    expect(setup.fetched).toHaveLength(2)
  })

  it.each([
    ['a network error', Object.assign(new Error('…'), { code: 'ECONNREFUSED' })],
    ['status 503', httpError(503)],
    ['status 500', Object.assign(new Error('…'), { status: 500 })],
    ['an error without a code', new Error('…')],
    ['a rejection without an error', undefined],
  ])('keeps the old certificate for up to 31 days after %s', async (_, error) => {
    const setup = await start()
    setup.setChain(failWith(error))
    expect(await outcomeAfter(dayMs, setup)).toBe('verified')
    expect(await outcomeAfter(dayMs + 1, setup)).toBe('verified')
    expect(await outcomeAfter(5 * dayMs, setup)).toBe('verified')
    expect(await outcomeAfter(20 * dayMs, setup)).toBe('verified')
    expect(await outcomeAfter(31 * dayMs, setup)).toMatch(/^certificate-unavailable/)
  })

  it('is repeated every five minutes', async () => {
    const setup = await start()
    setup.setChain(failWith(httpError(503)))
    for (const [ms, downloads] of [
      [dayMs, 2],
      [dayMs + 299_999, 2],
      [dayMs + 300_000, 3],
      [dayMs + 600_000, 4],
      [3 * dayMs, 5],
      [3 * dayMs + 1, 5],
    ] as const) {
      expect(await outcomeAfter(ms, setup)).toBe('verified')
      expect(setup.fetched).toHaveLength(downloads)
    }
    setup.setChain(alexa.chain)
    expect(await outcomeAfter(3 * dayMs + hourMs, setup)).toBe('verified')
    expect(await outcomeAfter(3 * dayMs + 2 * hourMs, setup)).toBe('verified')
    expect(setup.fetched).toHaveLength(6)
  })
})

it('downloads no more for an invalid signature than for a valid one', async () => {
  const setup = await start()
  setup.setChain(failWith(httpError(404)))
  expect(await outcomeAfter(1000, setup, successor)).toBe('signature-mismatch')
  expect(setup.fetched).toHaveLength(1)
  expect(await outcomeAfter(hourMs, setup, successor)).toBe('signature-mismatch')
  expect(setup.fetched).toHaveLength(2)
  expect(await outcomeAfter(hourMs, setup)).toBe('certificate-unavailable HTTP_404')
})
