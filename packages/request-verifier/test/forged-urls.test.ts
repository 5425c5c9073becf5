import { beforeAll, expect, it } from 'vitest'
import type { RequestVerifierOptions } from '../src/index.js'
import { createAlexa, envelopeOf, setUp, signedRequest } from './support/alexa.js'
import { now as start } from './support/certificates.js'
import { rsaKeys } from './support/der-certificates.js'

let alexa: Awaited<ReturnType<typeof createAlexa>>
beforeAll(async () => {
  alexa = await createAlexa()
})

const genuineFile = 'echo-api-cert-13.pem'
const urlOf = (file: string) => `https://s3.amazonaws.com/echo.api/${file}`
const stranger = { privateKey: rsaKeys('stranger').privateKey }
const forged = signedRequest(stranger)
const forgedWith = (file: string) => ({ ...forged, headers: { ...forged.headers, signaturecertchainurl: urlOf(file) } })

/** Amazon's store with a delay of `ms`. It has one file and returns 404 for all others. */
function setUpFar(ms: number, options: Partial<RequestVerifierOptions> = {}) {
  const asked: string[] = []
  let running = 0
  let mostRunning = 0
  const fetchCertificate = async (url: string) => {
    asked.push(url)
    running += 1
    mostRunning = Math.max(mostRunning, running)
    await new Promise((resolve) => setTimeout(resolve, ms))
    running -= 1
    if (url === urlOf(genuineFile)) return alexa.chain
    throw Object.assign(new Error('…'), { code: 'HTTP_404' })
  }
  const { verifier } = setUp(alexa.root.pem, '', { fetchCertificate, ...options })
  return { verifier, asked, mostRunning: () => mostRunning }
}

async function codeOf(result: ReturnType<ReturnType<typeof setUp>['verifier']['verify']>): Promise<string | undefined> {
  const { status, code } = { code: undefined, ...(await result) }
  return status === 'verified' ? status : code
}

it.each([
  ['unrelated names', (index: number) => `forged-${index}.pem`],
  ['short names', (index: number) => `${index.toString(36)}`],
  ['names like Amazon’s', (index: number) => `echo-api-cert-${1000 + index}.pem`],
  ['longer names like Amazon’s', (index: number) => `echo-api-cert-ab-${index}.pem`],
  ['names in capitals', (index: number) => `ECHO-API-CERT-${index}.PEM`],
  ['folders', (index: number) => `${index}/${genuineFile}`],
])('verifies a genuine request in time during 1,000 invented URLs per second, with %s', async (_, name) => {
  const { verifier, asked, mostRunning } = setUpFar(50)
  const outcomes = new Map<string | undefined, number>()
  let index = 0
  const floodBegan = performance.now()
  const flood = setInterval(() => {
    for (let count = 0; count < 20; count += 1) {
      index += 1
      void codeOf(verifier.verify(forgedWith(name(index)))).then((code) =>
        outcomes.set(code, (outcomes.get(code) ?? 0) + 1),
      )
    }
  }, 20)
  await expect.poll(() => index).toBeGreaterThan(700)
  await expect.poll(() => outcomes.get('TOO_MANY')).toBeGreaterThan(100)
  const began = performance.now()
  const outcome = await codeOf(verifier.verify(signedRequest(alexa.leaf, envelopeOf(), urlOf(genuineFile))))
  const tookMs = performance.now() - began
  clearInterval(flood)
  expect(outcome).toBe('verified')
  expect(tookMs).toBeLessThan(2000)
  // On a busy machine a download may take more than a second, which makes room for another.
  expect(mostRunning()).toBeLessThanOrEqual(2 + 2 * Math.floor((performance.now() - floodBegan) / 1000))
  expect(asked.length).toBeLessThan(200)
})

it('verifies a genuine request in time after requests with every number that Amazon is likely to use', async () => {
  const { verifier } = setUpFar(10)
  for (let index = 0; index < 100; index += 1) {
    if (index !== 13) void verifier.verify(forgedWith(`echo-api-cert-${index}.pem`))
  }
  const began = performance.now()
  expect(await codeOf(verifier.verify(signedRequest(alexa.leaf)))).toBe('verified')
  expect(performance.now() - began).toBeLessThan(2000)
})

it('verifies a genuine request in time while downloads of invented URLs never end', async () => {
  const { verifier } = setUpFar(0, {
    fetchCertificate: (url) => (url === urlOf(genuineFile) ? alexa.chain : new Promise(() => {})),
  })
  const outcomes = Array.from({ length: 200 }, (_, index) => codeOf(verifier.verify(forgedWith(`forged-${index}`))))
  const began = performance.now()
  expect(await codeOf(verifier.verify(signedRequest(alexa.leaf)))).toBe('verified')
  expect(performance.now() - began).toBeLessThan(2000)
  // Two downloads run at first. Each one that takes a second makes room for another, and all end after three seconds.
  expect(new Set(await Promise.all(outcomes))).toEqual(new Set(['TIMEOUT', 'TOO_MANY']))
  expect(performance.now() - began).toBeLessThan(5000)
})

it('gives a genuine file the time that it needs while others wait', async () => {
  const { verifier } = setUpFar(1500)
  const genuine = codeOf(verifier.verify(signedRequest(alexa.leaf)))
  for (let index = 0; index < 20; index += 1) void verifier.verify(forgedWith(`echo-api-cert-${1000 + index}.pem`))
  expect(await genuine).toBe('verified')
})

it('downloads an invented URL once if it is repeated', async () => {
  const { verifier, asked } = setUpFar(5)
  for (let round = 0; round < 3; round += 1) {
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => codeOf(verifier.verify(forgedWith('forged')))))
    expect(new Set(outcomes)).toEqual(new Set(['HTTP_404']))
  }
  expect(asked).toEqual([urlOf('forged')])
})

it('answers a request that joins a download together with the requests before it', async () => {
  const { verifier } = setUpFar(0, { fetchCertificate: () => new Promise(() => {}) })
  const began = performance.now()
  const first = codeOf(verifier.verify(forgedWith('forged')))
  await new Promise((resolve) => setTimeout(resolve, 2000))
  expect(await codeOf(verifier.verify(forgedWith('forged')))).toBe('TIMEOUT')
  expect(await first).toBe('TIMEOUT')
  expect(performance.now() - began).toBeGreaterThan(2900)
  expect(performance.now() - began).toBeLessThan(4000)
})

it('abandons a download that takes too long and ignores its late result', async () => {
  const pending: ((chain: string) => void)[] = []
  let now = start
  const fetchCertificate = () => new Promise<string>((resolve) => pending.push(resolve))
  const { verifier } = setUpFar(0, { fetchCertificate, clock: () => now })
  expect(await codeOf(verifier.verify(signedRequest(alexa.leaf)))).toBe('TIMEOUT')
  pending[0]?.(alexa.chain)
  await new Promise((resolve) => setTimeout(resolve, 5))
  now += 1000
  const second = codeOf(verifier.verify(signedRequest(alexa.leaf)))
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(pending).toHaveLength(2)
  pending[1]?.(alexa.chain)
  expect(await second).toBe('verified')
})

it('keeps at most 8 MiB of waiting bodies', async () => {
  const { verifier } = setUpFar(20)
  const padding = 'x'.repeat(200_000)
  const large = signedRequest(stranger, envelopeOf({ padding }))
  const verifyLarge = (file: string) =>
    codeOf(verifier.verify({ ...large, headers: { ...large.headers, signaturecertchainurl: urlOf(file) } }))
  const outcomes = Array.from({ length: 60 }, (_, index) => verifyLarge(index % 2 ? 'one' : `other-${index}`))
  const genuine = codeOf(verifier.verify(signedRequest(alexa.leaf, envelopeOf({ padding }))))
  const tooMany = (await Promise.all(outcomes)).filter((code) => code === 'TOO_MANY')
  // 41 bodies fit, and one of them made room for the genuine request.
  expect(tooMany.length).toBeGreaterThanOrEqual(19)
  expect(tooMany.length).toBeLessThanOrEqual(21)
  expect(await genuine).toBe('verified')
})
