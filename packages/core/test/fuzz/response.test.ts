import assert from 'node:assert'
import fc from 'fast-check'
import { profileFields } from '../../src/index.js'
import { classifyOutcome } from '../../src/read/classify-response.js'
import { fuzz } from '../support/fuzz.js'
import { secret } from '../support/hostile.js'

const statuses = fc.oneof(
  fc.constantFrom(200, 200, 200, 204, 401, 403, 403, 429, 500, 503),
  fc.integer({ min: -1, max: 1000 }),
)
const json = fc.oneof(
  fc.json(),
  fc.json({ stringUnit: 'binary' }),
  fc
    .record({ countryCode: fc.jsonValue(), phoneNumber: fc.jsonValue() }, { requiredKeys: [] })
    .map((value) => JSON.stringify(value)),
  fc
    .record({ code: fc.jsonValue(), message: fc.jsonValue() }, { requiredKeys: [] })
    .map((value) => JSON.stringify(value)),
  fc.string().map((text) => JSON.stringify({ __proto__: text, message: `${text} ACCESS_NOT_REQUESTED` })),
)
const bodies = fc.oneof(
  json.map((text) => Buffer.from(text)),
  json.map((text) => Buffer.from(`\ufeff${text}`)),
  json.map((text) => Buffer.from(text, 'utf16le')),
  fc.tuple(json, fc.nat()).map(([text, at]) => Buffer.from(text).subarray(0, at % (text.length + 1))),
  fc.tuple(json, fc.nat(), fc.nat(255)).map(([text, at, byte]) => {
    const bytes = Buffer.from(text)
    if (bytes.length > 0) bytes.writeUInt8(byte, at % bytes.length)
    return bytes
  }),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  fc.nat(20_000).map((depth) => Buffer.from('['.repeat(depth))),
)
const headers = fc.record(
  {
    'content-type': fc.oneof(fc.string(), fc.constantFrom('application/json', 'text/html')),
    'retry-after': fc.oneof(
      fc.string(),
      fc.nat().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    ),
    'x-amzn-requestid': fc.string(),
  },
  { requiredKeys: [] },
)

fuzz(
  'gives every response a documented meaning and keeps its text out of everything except the value',
  fc.property(
    fc.constantFrom(...profileFields),
    statuses,
    headers,
    bodies,
    fc.boolean(),
    (field, status, given, body, whole) => {
      const marked = status === 200 ? body : Buffer.concat([body, Buffer.from(secret)])
      const outcome = whole
        ? ({ kind: 'response', status, headers: given, body: marked } as const)
        : ({ kind: 'broken', cause: 'network', status, headers: given, body: marked } as const)
      const result = classifyOutcome(field, outcome, Date.now())
      if (result.status === 'available') assert(whole && status === 200)
      else assert(!JSON.stringify(result).includes(secret))
      if (result.status === 'throttled')
        assert(status === 429 && !Number.isNaN(result.retryAfterMs ?? 0) && (result.retryAfterMs ?? 0) >= 0)
      if (result.status === 'permission-missing') assert(status === 403)
      if (result.status === 'not-set') assert(status === 204 || status === 200)
      if (result.status === 'token-invalid') assert(status === 401)
    },
  ),
  2000,
)

fuzz(
  'returns a value exactly as Alexa sent it',
  fc.property(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.string({ unit: 'grapheme', minLength: 1 }),
    (name, phoneNumber) => {
      const answer = (value: unknown) =>
        ({ kind: 'response', status: 200, headers: {}, body: Buffer.from(JSON.stringify(value)) }) as const
      assert.deepStrictEqual(classifyOutcome('name', answer(name), 0), { status: 'available', value: name })
      assert.deepStrictEqual(classifyOutcome('mobileNumber', answer({ countryCode: name, phoneNumber, more: 1 }), 0), {
        status: 'available',
        value: { countryCode: name, phoneNumber },
      })
    },
  ),
  1000,
)
