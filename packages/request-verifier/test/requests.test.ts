import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type RequestVerifierOptions, rejectionReasons } from '../src/index.js'
import {
  certificateUrl,
  createAlexa,
  envelopeOf,
  type Setup,
  setUp,
  sign,
  signedRequest,
  skillId,
} from './support/alexa.js'
import { dayMs, now } from './support/certificates.js'

let alexa: Awaited<ReturnType<typeof createAlexa>>
let setup: Setup
beforeAll(async () => {
  alexa = await createAlexa()
  setup = setUp(alexa.root.pem, alexa.chain)
})

const freshSetup = (options?: Partial<RequestVerifierOptions>) => setUp(alexa.root.pem, alexa.chain, options)

type Incoming = Parameters<Setup['verifier']['verify']>[0]

async function outcomeOf(request: Incoming, { verifier }: Setup = setup): Promise<string> {
  const result = await verifier.verify(request)
  if (result.status === 'rejected') expect(result.message).toBe(rejectionReasons[result.reason])
  return result.status === 'verified' ? 'verified' : result.reason
}

it('returns the envelope parsed from the signed bytes', async () => {
  expect(await setup.verifier.verify(signedRequest(alexa.leaf))).toEqual({ status: 'verified', envelope: envelopeOf() })
})

describe('valid request', () => {
  it('accepts headers of Node and of fetch, with names in any case', async () => {
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const upper = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]))
    const asDocumented = {
      'Signature-256': headers['signature-256'],
      SignatureCertChainUrl: headers.signaturecertchainurl,
      Signature: 'a SHA-1 signature, which is ignored',
    }
    for (const form of [headers, new Headers(headers), upper, asDocumented]) {
      expect(await outcomeOf({ headers: form, rawBody })).toBe('verified')
    }
  })

  it('accepts a body as a string or as any kind of bytes', async () => {
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const bytes = new Uint8Array(rawBody)
    const inside = new Uint8Array([1, 2, 3, ...rawBody, 4]).subarray(3, 3 + rawBody.length)
    for (const body of [rawBody, bytes, inside, bytes.buffer, rawBody.toString()]) {
      expect(await outcomeOf({ headers, rawBody: body })).toBe('verified')
    }
  })

  it('accepts JSON in any formatting', async () => {
    const spaced = JSON.stringify(envelopeOf(), null, 2)
    expect(await outcomeOf(signedRequest(alexa.leaf, spaced))).toBe('verified')
    expect(await outcomeOf(signedRequest(alexa.leaf, `${spaced}\r\n`))).toBe('verified')
  })
})

describe('invalid request', () => {
  it.each(['signature-256', 'signaturecertchainurl'])(
    'rejects a request with a missing or repeated %s',
    async (name) => {
      const reason = name === 'signature-256' ? 'signature-missing' : 'certificate-url-missing'
      const { headers, rawBody } = signedRequest(alexa.leaf)
      const value = headers[name] ?? ''
      const { [name]: _, ...without } = headers

      expect(await outcomeOf({ headers: without, rawBody })).toBe(reason)
      for (const wrong of ['', undefined, null, 1, [], [value], [value, value], { toString: () => value }]) {
        expect(await outcomeOf({ headers: { ...headers, [name]: wrong }, rawBody })).toBe(reason)
      }
      expect(await outcomeOf({ headers: { ...headers, [name.toUpperCase()]: value }, rawBody })).toBe(reason)
      expect(await outcomeOf({ headers: Object.create(headers) as Record<string, string>, rawBody })).toBe(
        'signature-missing',
      )
      const joined = new Headers(headers)
      joined.append(name, value)
      expect(await outcomeOf({ headers: joined, rawBody })).toMatch(/^(signature-malformed|certificate-url-invalid)$/)
    },
  )

  it('rejects a signature or URL in another header with a name of the same length', async () => {
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const { 'signature-256': signature, signaturecertchainurl: url, ...rest } = headers
    const others = { 'signature-512': signature, 'x-signature-2': signature, signaturecertchainuri: url }
    const withUrl = { ...rest, ...others, signaturecertchainurl: url }
    expect(await outcomeOf({ headers: withUrl, rawBody })).toBe('signature-missing')
    const withSignature = { ...rest, ...others, 'signature-256': signature }
    expect(await outcomeOf({ headers: withSignature, rawBody })).toBe('certificate-url-missing')
    expect(await outcomeOf({ headers: { ...headers, ...others, 'content-langua': 'text/html' }, rawBody })).toBe(
      'verified',
    )
    expect(await outcomeOf({ headers: { ...headers, 'content-md5x': 'text/html' }, rawBody })).toBe('verified')
  })

  it('rejects a signature or URL that is too long', async () => {
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const withUrl = (length: number) => {
      const url = `${certificateUrl}?`.padEnd(length, 'x')
      return outcomeOf({ headers: { ...headers, signaturecertchainurl: url }, rawBody })
    }
    expect(await withUrl(2048)).toBe('verified')
    expect(await withUrl(2049)).toBe('certificate-url-invalid')
    const withSignature = (length: number) =>
      outcomeOf({ headers: { ...headers, 'signature-256': 'A'.repeat(length) }, rawBody })
    expect(await withSignature(2048)).toBe('signature-mismatch')
    expect(await withSignature(2052)).toBe('signature-malformed')
  })

  it('rejects a body that is not declared as JSON in UTF-8', async () => {
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const { 'content-type': contentType = '', ...without } = headers
    // A gateway may drop the content type.
    expect(await outcomeOf({ headers: without, rawBody })).toBe('verified')
    expect(await outcomeOf({ headers: new Headers(without), rawBody })).toBe('verified')
    const joined = new Headers(headers)
    joined.append('content-type', 'text/plain')
    for (const other of [
      joined,
      { ...headers, 'Content-Type': contentType },
      ...['', 'text/html', 'application/json; charset=utf-7', 'application/json;charset=utf-8;charset=utf-7'].map(
        (value) => ({ ...headers, 'content-type': value }),
      ),
      ...[null, 1, [contentType], { toString: () => contentType }].map((value) => ({
        ...headers,
        'content-type': value,
      })),
      { ...headers, 'content-type': `application/json;${' '.repeat(100_000)}x` },
    ]) {
      expect(await outcomeOf({ headers: other, rawBody })).toBe('content-type-invalid')
    }
  })

  it.each([
    ['UTF-16', (text: string) => Buffer.from(text, 'utf16le')],
    ['Latin-1', (text: string) => Buffer.from(text.replace(' 👋', ''), 'latin1')],
    ['UTF-7', (text: string) => Buffer.from(text.replaceAll('"', '+ACI-'))],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-8 with an overlong character', (text: string) => bytesIn(text, 'c0af')],
    ['UTF-8 with half a surrogate pair', (text: string) => bytesIn(text, 'eda080')],
    ['UTF-8 with a missing byte', (text: string) => bytesIn(text, 'c3')],
  ])('rejects signed JSON in %s', async (_, encode) => {
    const rawBody = encode(JSON.stringify(envelopeOf()))
    const { headers } = signedRequest(alexa.leaf)
    const signed = { ...headers, 'signature-256': sign(rawBody, alexa.leaf.privateKey) }
    expect(await outcomeOf({ headers: signed, rawBody })).toBe('body-malformed')
  })

  it('rejects a SHA-1 signature, in its own header and in the SHA-256 header', async () => {
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const { 'signature-256': _, ...rest } = headers
    const old = sign(rawBody, alexa.leaf.privateKey, 'RSA-SHA1')
    expect(await outcomeOf({ headers: { ...rest, signature: old }, rawBody })).toBe('signature-missing')
    expect(await outcomeOf({ headers: { ...rest, 'signature-256': old }, rawBody })).toBe('signature-mismatch')
  })

  it('rejects a signature in any other encoding', async () => {
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const signature = headers['signature-256'] ?? ''
    const others = [
      ` ${signature}`,
      `${signature}\n`,
      signature.slice(0, -1),
      `${signature}=`,
      `${signature}====`,
      signature.replace(/=+$/, ''),
      `${signature.slice(0, 8)}*${signature.slice(8)}`,
      Buffer.from(signature, 'base64').toString('hex'),
      Buffer.from(signature, 'base64').toString('base64url'),
      'A'.repeat(4096),
      'AAAA',
      ...withOtherLastBits(signature),
    ]
    for (const other of others) {
      const request = { headers: { ...headers, 'signature-256': other }, rawBody }
      expect(await outcomeOf(request), other).toMatch(/^signature-(malformed|mismatch)$/)
    }
  })

  it('rejects a body that differs from the signed one', async () => {
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const text = rawBody.toString()
    for (const other of [
      `${text} `,
      ` ${text}`,
      JSON.stringify(JSON.parse(text), null, 1),
      text.replace('de-DE', 'de-AT'),
    ]) {
      expect(await outcomeOf({ headers, rawBody: other })).toBe('signature-mismatch')
    }
  })

  it.each([
    ['text', 'hello'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['an object without a request', '{"context":{"System":{"application":{"applicationId":"amzn1.ask.skill.1"}}}}'],
    ['a request without a type', '{"request":{"timestamp":"2026-12-01T12:00:00Z"}}'],
    ['a request in its prototype only', '{"__proto__":{"request":{"type":"LaunchRequest"}}}'],
    ['depths', '['.repeat(200_000)],
  ])('rejects a signed body that is %s', async (_, body) => {
    const fresh = freshSetup()
    expect(await outcomeOf(signedRequest(alexa.leaf, body), fresh)).toBe('body-malformed')
    expect(fresh.fetched).toEqual([])
  })

  it('rejects a body that is longer than allowed', async () => {
    const request = signedRequest(alexa.leaf)
    const { length } = request.rawBody
    expect(await outcomeOf(request, freshSetup({ maxBodyBytes: length }))).toBe('verified')
    expect(await outcomeOf(request, freshSetup({ maxBodyBytes: length - 1 }))).toBe('body-too-large')
  })

  it('rejects any of 1,000 requests that were changed in transit', async () => {
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const signature = Buffer.from(headers['signature-256'] ?? '', 'base64')
    const flip = (bytes: Buffer, at: number, bit: number) => {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at)
      return changed
    }
    const change = fc.oneof(
      fc
        .tuple(fc.nat(rawBody.length - 1), fc.nat(7))
        .map(([at, bit]) => ({ rawBody: flip(rawBody, at, bit), signature })),
      fc.tuple(fc.nat(255), fc.nat(7)).map(([at, bit]) => ({ rawBody, signature: flip(signature, at, bit) })),
      fc.nat(rawBody.length - 1).map((end) => ({ rawBody: rawBody.subarray(0, end), signature })),
      fc.nat(255).map((end) => ({ rawBody, signature: signature.subarray(0, end) })),
      fc
        .uint8Array({ minLength: 1, maxLength: 64 })
        .map((more) => ({ rawBody: Buffer.concat([rawBody, more]), signature })),
      fc.uint8Array({ minLength: 1, maxLength: 300 }).map((other) => ({ rawBody, signature: Buffer.from(other) })),
      fc.tuple(fc.nat(rawBody.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 })).map(([at, more]) => ({
        rawBody: Buffer.concat([rawBody.subarray(0, at), more, rawBody.subarray(at)]),
        signature,
      })),
    )
    await fc.assert(
      fc.asyncProperty(change, async (changed) => {
        const changedHeaders = { ...headers, 'signature-256': changed.signature.toString('base64') }
        const result = await setup.verifier.verify({ headers: changedHeaders, rawBody: changed.rawBody })
        expect(result.status).toBe('rejected')
      }),
      { numRuns: 1000, seed: 42 },
    )
    expect(await outcomeOf({ headers, rawBody })).toBe('verified')
  })
})

/** The text with these bytes in place of a character. */
function bytesIn(text: string, hex: string): Buffer {
  const [before = '', after = ''] = text.split('👋')
  return Buffer.concat([Buffer.from(before), Buffer.from(hex, 'hex'), Buffer.from(after)])
}

/**
 * The last character before the padding has four unused bits, so there are fifteen more spellings of the same bytes.
 */
function withOtherLastBits(signature: string): string[] {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const last = alphabet.indexOf(signature.at(-3) ?? '')
  expect([signature.endsWith('=='), last & 15]).toEqual([true, 0])
  return Array.from({ length: 15 }, (_, bits) => `${signature.slice(0, -3)}${alphabet[last + bits + 1]}==`)
}

describe('timestamp of a request', () => {
  const sentAt = (offsetMs: number, type = 'IntentRequest') =>
    signedRequest(alexa.leaf, envelopeOf({ type, timestamp: new Date(now + offsetMs).toISOString() }))

  it('may be up to 150 s old and 30 s ahead', async () => {
    expect(await outcomeOf(sentAt(-150_000))).toBe('verified')
    expect(await outcomeOf(sentAt(-150_001))).toBe('timestamp-too-old')
    expect(await outcomeOf(sentAt(30_000))).toBe('verified')
    expect(await outcomeOf(sentAt(30_001))).toBe('timestamp-in-future')
  })

  it.each([
    'AlexaSkillEvent.SkillEnabled',
    'AlexaSkillEvent.SkillDisabled',
    'AlexaSkillEvent.SkillPermissionAccepted',
    'AlexaSkillEvent.SkillPermissionChanged',
    'AlexaSkillEvent.SkillAccountLinked',
    'AlexaSkillEvent.ProactiveSubscriptionChanged',
    'AlexaSkillEvent.NotificationSubscriptionChanged',
    'AlexaHouseholdListEvent.ItemsCreated',
    'AlexaHouseholdListEvent.ListDeleted',
  ])('may be an hour old for %s', async (type) => {
    expect(await outcomeOf(sentAt(-3_600_000, type))).toBe('verified')
    expect(await outcomeOf(sentAt(-3_600_001, type))).toBe('timestamp-too-old')
    expect(await outcomeOf(sentAt(30_001, type))).toBe('timestamp-in-future')
  })

  it('may not be an hour old for a type that only resembles an event', async () => {
    for (const type of ['AlexaSkillEventX', 'x.AlexaSkillEvent.SkillEnabled', 'alexaskillevent.SkillEnabled']) {
      expect(await outcomeOf(sentAt(-200_000, type))).toBe('timestamp-too-old')
    }
  })

  it('has configurable limits', async () => {
    const strict = freshSetup({ timestampToleranceMs: 1000, eventToleranceMs: 2000, futureToleranceMs: 0 })
    expect(await outcomeOf(sentAt(-1000), strict)).toBe('verified')
    expect(await outcomeOf(sentAt(-1001), strict)).toBe('timestamp-too-old')
    expect(await outcomeOf(sentAt(-2000, 'AlexaSkillEvent.SkillEnabled'), strict)).toBe('verified')
    expect(await outcomeOf(sentAt(-2001, 'AlexaSkillEvent.SkillEnabled'), strict)).toBe('timestamp-too-old')
    expect(await outcomeOf(sentAt(1), strict)).toBe('timestamp-in-future')
  })

  it('must have a time zone', async () => {
    const inForm = (timestamp: unknown) => outcomeOf(signedRequest(alexa.leaf, envelopeOf({ timestamp })))
    expect(await inForm('2026-12-01T12:00:00Z')).toBe('verified')
    expect(await inForm('2026-12-01T12:00:00.123Z')).toBe('verified')
    expect(await inForm('2026-12-01T13:00:00+01:00')).toBe('verified')
    for (const wrong of [
      '',
      undefined,
      null,
      'now',
      '2026-12-01',
      '2026-12-01T12:00:00',
      '2026-99-01T12:00:00Z',
      now,
      {},
    ]) {
      expect(await inForm(wrong)).toBe('timestamp-malformed')
    }
  })

  it('is rejected if the clock is invalid', async () => {
    expect(await outcomeOf(sentAt(0), freshSetup({ clock: () => Number.NaN }))).toBe('timestamp-too-old')
  })
})

describe('skill id of a request', () => {
  const forSkill = (contextId?: unknown, sessionId?: unknown) =>
    signedRequest(alexa.leaf, {
      ...envelopeOf(),
      context: { System: { application: { applicationId: contextId } } },
      session: { application: { applicationId: sessionId } },
    })

  it("must be one of the server's skills in each place where the request names it", async () => {
    expect(await outcomeOf(forSkill(skillId, skillId))).toBe('verified')
    expect(await outcomeOf(forSkill(skillId))).toBe('verified')
    expect(await outcomeOf(forSkill(undefined, skillId))).toBe('verified')
    const wrong = [undefined, null, '', 'amzn1.ask.skill.2', `${skillId} `, [skillId], { id: skillId }]
    for (const id of wrong) expect(await outcomeOf(forSkill(id, id))).toBe('skill-unknown')
    expect(await outcomeOf(forSkill(skillId, 'amzn1.ask.skill.2'))).toBe('skill-unknown')
    expect(await outcomeOf(forSkill('amzn1.ask.skill.2', skillId))).toBe('skill-unknown')
  })

  it('may be any of several', async () => {
    const several = freshSetup({ skillIds: ['amzn1.ask.skill.2', skillId] })
    expect(await outcomeOf(forSkill(skillId, skillId), several)).toBe('verified')
    expect(await outcomeOf(forSkill('amzn1.ask.skill.3'), several)).toBe('skill-unknown')
  })
})

describe('with rejectReplays', () => {
  it('accepts a request once', async () => {
    const fresh = freshSetup({ rejectReplays: true })
    const [first, second] = await Promise.all([1, 2].map(() => outcomeOf(signedRequest(alexa.leaf), fresh)))
    expect([first, second].sort()).toEqual(['request-replayed', 'verified'])
    fresh.setTime(now + 150_000)
    expect(await outcomeOf(signedRequest(alexa.leaf), fresh)).toBe('request-replayed')
    fresh.setTime(now + 150_001)
    expect(await outcomeOf(signedRequest(alexa.leaf), fresh)).toBe('timestamp-too-old')

    const other = envelopeOf({
      requestId: 'amzn1.echo-api.request.2',
      timestamp: new Date(now + 150_001).toISOString(),
    })
    expect(await outcomeOf(signedRequest(alexa.leaf, other), fresh)).toBe('verified')
  })

  it('rejects a replay that was accepted and forgotten while its copy waited for a download', async () => {
    const waiting: ((chain: string) => void)[] = []
    const fetchCertificate = (url: string) =>
      url === certificateUrl ? alexa.chain : new Promise<string>((resolve) => waiting.push(resolve))
    const fresh = freshSetup({ rejectReplays: true, fetchCertificate })
    const replay = outcomeOf(signedRequest(alexa.leaf, envelopeOf(), `${certificateUrl}2`), fresh)
    expect(await outcomeOf(signedRequest(alexa.leaf), fresh)).toBe('verified')
    fresh.setTime(now + 150_001)
    const later = envelopeOf({ requestId: '2', timestamp: new Date(now + 150_001).toISOString() })
    expect(await outcomeOf(signedRequest(alexa.leaf, later), fresh)).toBe('verified')
    waiting[0]?.(alexa.chain)
    expect(await replay).toBe('timestamp-too-old')
  })

  it('does not remember rejected requests', async () => {
    const fresh = freshSetup({ rejectReplays: true })
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const forged = {
      headers: { ...headers, 'signature-256': headers['signature-256']?.replace(/^.{4}/, 'AAAA') },
      rawBody,
    }
    expect(await outcomeOf(forged, fresh)).toBe('signature-mismatch')
    expect(await outcomeOf({ headers, rawBody }, fresh)).toBe('verified')
  })

  it('accepts a repeated event, which Alexa may deliver again', async () => {
    const fresh = freshSetup({ rejectReplays: true })
    const event = signedRequest(alexa.leaf, envelopeOf({ type: 'AlexaSkillEvent.SkillDisabled' }))
    expect(await outcomeOf(event, fresh)).toBe('verified')
    expect(await outcomeOf(event, fresh)).toBe('verified')
  })

  it('rejects a request without an id', async () => {
    for (const requestId of [undefined, null, {}]) {
      const anonymous = signedRequest(alexa.leaf, envelopeOf({ requestId }))
      expect(await outcomeOf(anonymous, freshSetup({ rejectReplays: true }))).toBe('body-malformed')
      expect(await outcomeOf(anonymous)).toBe('verified')
    }
  })
})

it('verifies the bytes that it parsed, even if another thread changes them in between', async () => {
  const { headers, rawBody } = signedRequest(alexa.leaf)
  const forged = Buffer.from(rawBody.toString().replace('LaunchRequest', 'ForgedRequest'))
  const shared = new Uint8Array(new SharedArrayBuffer(rawBody.length))
  // The clock acts as the other thread, because it is read between the parsing and the check of the signature.
  let change = () => {}
  const clock = () => {
    change()
    return now
  }
  const { verifier } = freshSetup({ clock })
  expect(await verifier.verify({ headers, rawBody })).toMatchObject({ status: 'verified' })
  shared.set(forged)
  change = () => shared.set(rawBody)
  expect(await verifier.verify({ headers, rawBody: shared })).toMatchObject({ reason: 'signature-mismatch' })
})

describe('certificate download', () => {
  it('does not allow changes to the checked values while it runs', async () => {
    const { headers, rawBody } = signedRequest(alexa.leaf)
    const forged = Buffer.from(rawBody.toString().replace('LaunchRequest', 'ForgedRequest'))
    const changedMeanwhile = (from: Buffer, to: Buffer) => {
      const bytes = Buffer.from(from)
      const fetchCertificate = async () => {
        to.copy(bytes)
        return alexa.chain
      }
      return freshSetup({ fetchCertificate }).verifier.verify({ headers, rawBody: bytes })
    }
    expect(await changedMeanwhile(rawBody, forged)).toMatchObject({ status: 'verified', envelope: envelopeOf() })
    expect(await changedMeanwhile(forged, rawBody)).toMatchObject({ reason: 'signature-mismatch' })
  })

  it('happens once for simultaneous and later requests', async () => {
    const fresh = freshSetup()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(signedRequest(alexa.leaf), fresh)))
    expect(new Set(outcomes)).toEqual(new Set(['verified']))
    expect(await outcomeOf(signedRequest(alexa.leaf), fresh)).toBe('verified')
    expect(fresh.fetched).toEqual([certificateUrl])
  })

  it('happens once for all spellings of a URL', async () => {
    const fresh = freshSetup()
    for (const url of [
      'HTTPS://S3.AmazonAWS.com:443/echo.api/echo-api-cert-13.pem',
      'https://s3.amazonaws.com/echo.api/../echo.api/./echo-api-cert-13.pem',
      'https://s3.amazonaws.com/echo%2eapi/%65cho-api-cert-13.pem?again#1',
    ]) {
      expect(await outcomeOf(signedRequest(alexa.leaf, envelopeOf(), url), fresh)).toBe('verified')
    }
    expect(fresh.fetched).toEqual([certificateUrl])
  })

  it('is remembered for the 32 files that were used last', async () => {
    const fresh = freshSetup()
    const use = (file: number) =>
      outcomeOf(signedRequest(alexa.leaf, envelopeOf(), `https://s3.amazonaws.com/echo.api/${file}.pem`), fresh)
    for (let file = 1; file <= 32; file += 1) expect(await use(file)).toBe('verified')
    expect(await use(1)).toBe('verified')
    expect(fresh.fetched).toHaveLength(32)
    await use(33)
    await use(1)
    await use(3)
    expect(fresh.fetched).toHaveLength(33)
    await use(2)
    expect(fresh.fetched).toHaveLength(34)
  })

  it('accepts a file of 64 KiB, as a string or as bytes', async () => {
    const file = alexa.chain.padEnd(65_536, '\n')
    for (const fetchCertificate of [() => file, () => Buffer.from(file)]) {
      expect(await outcomeOf(signedRequest(alexa.leaf), freshSetup({ fetchCertificate }))).toBe('verified')
    }
    const longer = freshSetup({ fetchCertificate: () => Buffer.from(`${file}\n`) })
    expect(await longer.verifier.verify(signedRequest(alexa.leaf))).toMatchObject({ code: 'TOO_LARGE' })
  })

  it('does not happen for a request that is rejected for another reason', async () => {
    const fresh = freshSetup()
    const { headers, rawBody } = signedRequest(alexa.leaf)
    await outcomeOf({ headers: { ...headers, 'signature-256': 'none' }, rawBody }, fresh)
    await outcomeOf({ headers: { ...headers, signaturecertchainurl: 'https://example.com/echo.api/' }, rawBody }, fresh)
    await outcomeOf(signedRequest(alexa.leaf, envelopeOf({ timestamp: '2020-01-01T00:00:00Z' })), fresh)
    await outcomeOf(signedRequest(alexa.leaf, { ...envelopeOf(), context: {}, session: {} }), fresh)
    expect(fresh.fetched).toEqual([])
  })

  it('is repeated a second after a network error, but not before', async () => {
    const fresh = freshSetup()
    fresh.setChain(() => Promise.reject(Object.assign(new Error('secret'), { cause: { code: 'ENOTFOUND' } })))
    const result = await fresh.verifier.verify(signedRequest(alexa.leaf))
    expect(result).toMatchObject({ reason: 'certificate-unavailable', code: 'ENOTFOUND' })
    expect(JSON.stringify(result)).not.toContain('secret')
    fresh.setChain(alexa.chain)
    fresh.setTime(now + 999)
    expect(await fresh.verifier.verify(signedRequest(alexa.leaf))).toEqual(result)
    expect(fresh.fetched).toHaveLength(1)
    fresh.setTime(now + 1000)
    expect(await outcomeOf(signedRequest(alexa.leaf), fresh)).toBe('verified')
    expect(fresh.fetched).toHaveLength(2)
  })

  it.each([
    ['contains no certificate', '', 'certificate-malformed'],
    ['is missing', () => Promise.reject(Object.assign(new Error(), { code: 'HTTP_404' })), 'certificate-unavailable'],
  ])('is repeated 10 s after the file %s, but not before', async (_, chain, reason) => {
    const fresh = freshSetup()
    fresh.setChain(chain)
    expect(await outcomeOf(signedRequest(alexa.leaf), fresh)).toBe(reason)
    fresh.setChain(alexa.chain)
    fresh.setTime(now + 9_999)
    expect(await outcomeOf(signedRequest(alexa.leaf), fresh)).toBe(reason)
    expect(fresh.fetched).toHaveLength(1)
    fresh.setTime(now + 10_000)
    expect(await outcomeOf(signedRequest(alexa.leaf), fresh)).toBe('verified')
  })

  it('is repeated if the clock was set back', async () => {
    const fresh = freshSetup()
    fresh.setChain('')
    expect(await outcomeOf(signedRequest(alexa.leaf), fresh)).toBe('certificate-malformed')
    fresh.setChain(alexa.chain)
    fresh.setTime(now - 20_000)
    expect(await outcomeOf(signedRequest(alexa.leaf), fresh)).toBe('verified')
  })

  it.each([
    ['TOO_LARGE', () => 'x'.repeat(65_537)],
    ['NOT_TEXT', () => ({}) as string],
    [
      'EXTRA',
      () => {
        throw Object.assign(new Error('at once'), { code: 'EXTRA' })
      },
    ],
    [
      undefined,
      () => {
        throw undefined
      },
    ],
  ])('reports the code %s', async (code, fetchCertificate) => {
    const result = await freshSetup({ fetchCertificate }).verifier.verify(signedRequest(alexa.leaf))
    expect(result).toMatchObject({ status: 'rejected', reason: 'certificate-unavailable', ...(code && { code }) })
  })

  it('does not change the reason for rejecting an invalid signature if the file is withdrawn or unavailable', async () => {
    const fresh = freshSetup({ maxBodyBytes: 16_777_216 })
    const later = envelopeOf({ timestamp: new Date(now + 300_000).toISOString() })
    expect(await outcomeOf(signedRequest(alexa.leaf), fresh)).toBe('verified')
    fresh.setTime(now + 300_000)

    // A download that has not ended keeps a body in memory, so there is no room for another one.
    let finish = (_: string) => {}
    const chain = new Promise<string>((resolve) => {
      finish = resolve
    })
    fresh.setChain(() => chain)
    const large = envelopeOf({ timestamp: new Date(now + 300_000).toISOString(), text: 'x'.repeat(8_388_000) })
    const waiting = outcomeOf(signedRequest(alexa.leaf, large, `${certificateUrl}x`), fresh)
    expect(await outcomeOf(signedRequest(alexa.root, later), fresh)).toBe('signature-mismatch')
    expect(fresh.fetched).toHaveLength(2)
    finish(alexa.chain)
    expect(await waiting).toBe('verified')

    fresh.setChain(() => Promise.reject(Object.assign(new Error(), { code: 'HTTP_404' })))
    expect(await outcomeOf(signedRequest(alexa.root, later), fresh)).toBe('signature-mismatch')
    expect(fresh.fetched).toHaveLength(3)
    expect(await outcomeOf(signedRequest(alexa.leaf, later), fresh)).toBe('certificate-unavailable')
  })

  it('ends after 3 s', async () => {
    let aborted = false
    const silent = freshSetup({
      fetchCertificate: (_, { signal }) => {
        signal.addEventListener('abort', () => {
          aborted = true
        })
        return new Promise(() => {})
      },
    })
    const began = performance.now()
    expect(await silent.verifier.verify(signedRequest(alexa.leaf))).toMatchObject({
      reason: 'certificate-unavailable',
      code: 'TIMEOUT',
    })
    expect(performance.now() - began).toBeGreaterThan(2900)
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(aborted).toBe(true)
  })

  it('is repeated if the file may have been replaced, but not for each invalid signature', async () => {
    const fresh = freshSetup()
    const later = (ms: number) => {
      fresh.setTime(now + ms)
      return envelopeOf({ timestamp: new Date(now + ms).toISOString() })
    }
    expect(await outcomeOf(signedRequest(alexa.leaf), fresh)).toBe('verified')
    const successor = await createSuccessor()
    fresh.setChain(successor.chain)
    expect(await outcomeOf(signedRequest(successor.leaf), fresh)).toBe('signature-mismatch')
    expect(fresh.fetched).toHaveLength(1)
    expect(await outcomeOf(signedRequest(successor.leaf, later(300_000)), fresh)).toBe('verified')
    expect(fresh.fetched).toHaveLength(2)
    expect(await outcomeOf(signedRequest(alexa.leaf, later(dayMs)), fresh)).toBe('signature-mismatch')
    expect(await outcomeOf(signedRequest(alexa.leaf, later(dayMs)), fresh)).toBe('signature-mismatch')
    expect(fresh.fetched).toHaveLength(3)
  })
})

async function createSuccessor() {
  const { chainOf, issueLeaf, keysFor } = await import('./support/certificates.js')
  const leaf = await issueLeaf({ by: alexa.intermediate, keys: await keysFor('successor') })
  return { leaf, chain: chainOf(leaf, alexa.intermediate) }
}
