import { expect, it, onTestFinished, vi } from 'vitest'
import { createRequestVerifier, isRequestVerifierError, RequestVerifierError } from '../src/index.js'
import { createAlexa, setUp, signedRequest } from './support/alexa.js'

const skillIds = 'amzn1.ask.skill.1'

it.each([
  undefined,
  null,
  {},
  { skillIds: '' },
  { skillIds: ' ' },
  { skillIds: [] },
  { skillIds: [skillIds, ''] },
  { skillIds: [undefined] },
  { skillIds: 1 },
  { skillIds, trustedRoots: [] },
  { skillIds, trustedRoots: '' },
  { skillIds, trustedRoots: [1] },
  { skillIds, trustedRoots: '-----BEGIN CERTIFICATE-----\nTm8=\n-----END CERTIFICATE-----' },
  { skillIds, fetchCertificate: 'https://example.com' },
  { skillIds, clock: 1 },
  { skillIds, timestampToleranceMs: 3_600_001 },
  { skillIds, timestampToleranceMs: 0 },
  { skillIds, timestampToleranceMs: Number.NaN },
  { skillIds, timestampToleranceMs: '150000' },
  { skillIds, eventToleranceMs: Number.POSITIVE_INFINITY },
  { skillIds, futureToleranceMs: -1 },
  { skillIds, rejectReplays: 'yes' },
  { skillIds, maxBodyBytes: 0 },
])('rejects the options %j', (options) => {
  try {
    createRequestVerifier(options as Parameters<typeof createRequestVerifier>[0])
    expect.unreachable()
  } catch (error) {
    expect(isRequestVerifierError(error, 'option-invalid')).toBe(true)
    expect(isRequestVerifierError(error, 'body-not-raw')).toBe(false)
    // The message names the option.
    expect((error as Error).message).toContain(Object.keys(options ?? {}).at(-1) ?? 'skillIds')
    expect((error as Error).message).toMatch(/\.$|\?$/)
  }
})

it('accepts the minimum and the maximum of each limit, and nothing beyond', () => {
  const limits = [
    ['timestampToleranceMs', 1, 3_600_000],
    ['eventToleranceMs', 1, 3_600_000],
    ['futureToleranceMs', 0, 3_600_000],
    ['maxBodyBytes', 1, 16_777_216],
  ] as const
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  for (const [name, least, most] of limits) {
    for (const value of [least, most]) createRequestVerifier({ skillIds, [name]: value })
    for (const value of [least - 1, most + 1]) {
      expect(() => createRequestVerifier({ skillIds, [name]: value })).toThrow(
        `${name} must be a number from ${least} to ${most}.`,
      )
    }
  }
})

it('rejects trustedRoots if one of the certificates cannot be read', async () => {
  const { root } = await createAlexa()
  const unreadable = '-----BEGIN CERTIFICATE-----\nTm8=\n-----END CERTIFICATE-----'
  createRequestVerifier({ skillIds, trustedRoots: [root.pem, `${root.pem}${root.pem}`] })
  for (const trustedRoots of [`${root.pem}${unreadable}`, [root.pem, unreadable], [root.pem, '']]) {
    expect(() => createRequestVerifier({ skillIds, trustedRoots })).toThrow(
      'trustedRoots must contain PEM certificates.',
    )
  }
})

it('names an unknown option and all known options', () => {
  const options = { skillIds, trustedRoot: [] }
  expect(() => createRequestVerifier(options)).toThrow(
    expect.objectContaining({
      code: 'option-unknown',
      message:
        'Unknown option "trustedRoot". Known options: skillIds, trustedRoots, fetchCertificate, clock, ' +
        'timestampToleranceMs, eventToleranceMs, futureToleranceMs, rejectReplays, maxBodyBytes.',
    }),
  )
})

it.each(['timestampToleranceMs', 'futureToleranceMs'])("warns about a %s only if it is above Alexa's limit", (name) => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  createRequestVerifier({ skillIds })
  createRequestVerifier({ skillIds, [name]: 150_000, eventToleranceMs: 3_600_000 })
  expect(warn).not.toHaveBeenCalled()
  createRequestVerifier({ skillIds, [name]: 150_001 })
  expect(warn.mock.calls).toEqual([
    [
      `${name} is 150001, above Alexa's limit of 150000. Lower it: Amazon tests this before it certifies a skill.`,
      { code: 'ALEXA_PROFILE_TOLERANCE' },
    ],
  ])
})

it('throws an error for misuse, which differs from a rejected request', async () => {
  const { root, chain, leaf } = await createAlexa()
  const { verifier } = setUp(root.pem, chain)
  const { headers, rawBody } = signedRequest(leaf)
  for (const parsed of [undefined, null, JSON.parse(rawBody.toString()), 1]) {
    await expect(verifier.verify({ headers, rawBody: parsed })).rejects.toMatchObject({
      code: 'body-not-raw',
      message: expect.stringContaining('as it arrived'),
    })
  }
  for (const none of [undefined, null, 'headers']) {
    const wrong = { headers: none as unknown as Headers, rawBody }
    await expect(verifier.verify(wrong)).rejects.toMatchObject({ code: 'headers-invalid' })
  }
})

it('recognizes errors of another copy of the package', () => {
  const brand = Symbol.for('@alexa-profile/request-verifier-error')
  const foreign = Object.assign(new Error('…'), { code: 'option-invalid', [brand]: true })
  expect(isRequestVerifierError(foreign)).toBe(true)
  expect(isRequestVerifierError(new RequestVerifierError('option-invalid', '…'))).toBe(true)
  for (const other of [new Error('…'), undefined, null, 'option-invalid']) {
    expect(isRequestVerifierError(other)).toBe(false)
  }
})

it("trusts only Node's roots by default", async () => {
  const { chain, leaf } = await createAlexa()
  const { verifier } = setUp([], chain, { trustedRoots: undefined })
  expect(await verifier.verify(signedRequest(leaf))).toMatchObject({ reason: 'certificate-untrusted' })
})
