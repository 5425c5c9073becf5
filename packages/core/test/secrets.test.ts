import assert from 'node:assert'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { format, inspect } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import lodash from 'lodash'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  decide,
  type Proceed,
  type ProfileResult,
  type ProfileResults,
  prompts,
  type ReadEnd,
  respondTo,
} from '../src/index.js'
import { bytes, forbidden, status, value } from './support/answers.js'
import { envelopeFor, person, token } from './support/envelope.js'
import { useTlsServer } from './support/tls-server.js'

const server = useTlsServer()

const secrets = ['Ann Example', 'Zebedee', 'ann@example.com', '555-0100', 'secret-token']

function expectNoSecret(text: unknown): void {
  expect(typeof text).toBe('string')
  for (const secret of secrets) expect(text).not.toContain(secret)
}

let results: ProfileResults<'name' | 'givenName' | 'email' | 'mobileNumber'>
let decision: Proceed<'name' | 'email', 'mobileNumber' | 'givenName'>

beforeAll(async () => {
  answerAll()
  results = await server.reader().read(['name', 'givenName', 'email', 'mobileNumber'])
  const decided = decide(results, { required: ['name', 'email'], optional: ['mobileNumber', 'givenName'] })
  assert(decided.action === 'proceed')
  decision = decided
})

function answerAll(): void {
  server.answerAt('Profile.name', value('Ann Example'))
  server.answerAt('Profile.givenName', value('Zebedee'))
  server.answerAt('Profile.email', value('ann@example.com'))
  server.answerAt('Profile.mobileNumber', value({ countryCode: '+1', phoneNumber: '206 555-0100' }))
}

/** Common objects that an application may print by mistake. */
function holders(): unknown[] {
  const [one, two] = [results.email, results.mobileNumber]
  return [one, two, results, decision, [one], { nested: { results } }, new Map([['email', one]]), new Set([decision])]
}

it('values are available if the skill reads them on purpose', () => {
  expect(results.email).toMatchObject({ value: 'ann@example.com' })
  expect(decision.profile).toEqual({
    name: 'Ann Example',
    givenName: 'Zebedee',
    email: 'ann@example.com',
    mobileNumber: { countryCode: '+1', phoneNumber: '206 555-0100' },
  })
})

describe('values of results and decisions', () => {
  const flags = [true, false]
  const ways = flags.flatMap((showHidden) =>
    ([true, false, 'get', 'set'] as const).flatMap((getters) =>
      flags.flatMap((customInspect) =>
        flags.flatMap((showProxy) =>
          [0, 2, Number.POSITIVE_INFINITY].map((depth) => ({ showHidden, getters, customInspect, showProxy, depth })),
        ),
      ),
    ),
  )

  it('are hidden in util.inspect with every option', () => {
    for (const way of ways) for (const holder of holders()) expectNoSecret(inspect(holder, way))
  })

  it('are hidden in util.format, console.log, console.dir and console.table', () => {
    for (const holder of holders()) {
      for (const directive of ['%s', '%j', '%o', '%O', '%d']) expectNoSecret(format(directive, holder))
    }
  })

  it('are hidden in JSON', () => {
    for (const holder of holders()) expectNoSecret(JSON.stringify(holder))
    expect(JSON.parse(JSON.stringify(results.email))).toEqual({
      status: 'available',
      field: 'email',
      level: 'customer',
      requestId: 'request-1',
      attempts: 1,
      durationMs: results.email.durationMs,
    })
    expect(JSON.parse(JSON.stringify(decision))).not.toHaveProperty('profile')
  })

  it('are hidden in strings that include a result', () => {
    for (const holder of holders()) {
      expectNoSecret(String(holder))
      expectNoSecret(`${holder as string}`)
      expectNoSecret([holder].join())
      expectNoSecret(new Error(String(holder), { cause: holder }).stack)
      expectNoSecret(inspect(new Error('x', { cause: holder }), { showHidden: true, depth: null }))
    }
  })

  it('are hidden in own, inherited and symbol properties', () => {
    for (const holder of [results.email, results.mobileNumber, decision] as object[]) {
      const descriptors = Reflect.ownKeys(holder).map((key) => Reflect.get(holder, key) as unknown)
      expectNoSecret(inspect(descriptors, { depth: null, showHidden: true, getters: true }))
      const inherited: unknown[] = []
      for (const key in holder) inherited.push((holder as Record<string, unknown>)[key])
      expectNoSecret(inspect([Object.entries(holder), Object.values(holder), inherited], { depth: null }))
    }
  })

  const copies: [string, (original: unknown) => unknown][] = [
    ['spread', (original) => ({ ...(original as object) })],
    ['Object.assign', (original) => Object.assign({}, original)],
    ['structuredClone', (original) => structuredClone(original)],
    ['v8.serialize', (original) => deserialize(serialize(original)) as unknown],
    ['JSON', (original) => JSON.parse(JSON.stringify(original)) as unknown],
    ['lodash.clone', (original) => lodash.clone(original)],
    ['lodash.cloneDeep', (original) => lodash.cloneDeep(original)],
    ['lodash.merge', (original) => lodash.merge({}, original)],
    ['lodash.defaultsDeep', (original) => lodash.defaultsDeep({}, original) as unknown],
    ['lodash.assignIn', (original) => lodash.assignIn({}, original)],
    ['lodash.toPlainObject', (original) => lodash.toPlainObject(original) as unknown],
    ['lodash.pick', (original) => lodash.pick(original, lodash.keysIn(original))],
    ['own descriptors', (original) => Object.create(null, Object.getOwnPropertyDescriptors(original))],
    [
      'own descriptors and prototype',
      (original) => Object.create(Object.getPrototypeOf(original), Object.getOwnPropertyDescriptors(original)),
    ],
  ]

  it.each(copies)('are hidden in a copy by %s', (_, copy) => {
    for (const original of [results.email, results.mobileNumber, decision]) {
      const copied = copy(original)
      expect(copied).not.toBe(original)
      for (const way of ways) expectNoSecret(inspect(copied, way))
      expectNoSecret(JSON.stringify(copied))
      let taken: unknown
      try {
        taken = [Reflect.get(copied as object, 'value'), Reflect.get(copied as object, 'profile')]
      } catch (error) {
        taken = [error]
        expect(error).toMatchObject({ name: 'ProfileError', code: 'copy-without-values' })
      }
      for (const item of taken as unknown[]) {
        if (item !== undefined) expect(item).toMatchObject({ code: 'copy-without-values' })
      }
    }
  })

  it.each([
    ['lodash.cloneDeep', <Type>(original: Type): Type => lodash.cloneDeep(original)],
    ['Object.create', <Type>(original: Type): Type => Object.create(original as object) as Type],
    ['a Proxy', <Type>(original: Type): Type => new Proxy(original as object, {}) as Type],
  ])('throw if they are read from a copy by %s', (_, copy) => {
    const { email } = copy({ email: copy(results.email) })
    expect(() => 'value' in email && email.value).toThrow(expect.objectContaining({ code: 'copy-without-values' }))
    expect(() => copy(decision).profile).toThrow(expect.objectContaining({ code: 'copy-without-values' }))
  })

  it('throw in a decision on copies, which must not proceed without values', () => {
    for (const [, copy] of copies) {
      const copied = { email: copy(results.email) as ProfileResult }
      expect(() => decide(copied, { required: ['email'] })).toThrow(
        expect.objectContaining({ name: 'ProfileError', code: 'copy-without-values' }),
      )
    }
  })
})

describe('comparison of results', () => {
  async function read(field: 'email' | 'mobileNumber', content: unknown): Promise<ProfileResult> {
    server.answer(value(content))
    const result: ProfileResult = (await server.reader().read([field]))[field]
    // The duration is the only difference between two equal reads.
    return Object.defineProperties(Object.create(Object.getPrototypeOf(result)), {
      ...Object.getOwnPropertyDescriptors(result),
      durationMs: { value: 1, enumerable: true },
    })
  }

  it.each([
    ['email', 'a@example.com', 'b@example.com'],
    ['mobileNumber', { countryCode: '+1', phoneNumber: '1' }, { countryCode: '+1', phoneNumber: '2' }],
    ['mobileNumber', { phoneNumber: '1' }, { countryCode: '+1', phoneNumber: '1' }],
  ] as const)('tells different values of %s apart', async (field, one, other) => {
    const [result, same, different] = [await read(field, one), await read(field, one), await read(field, other)]
    expect(result).toEqual(same)
    expect(result).not.toEqual(different)
    expect({ result }).not.toStrictEqual({ result: different })
    expect(result).not.toMatchObject(different)
    assert.deepStrictEqual(result, same)
    assert.notDeepStrictEqual(result, different)
    expect(lodash.isEqual(result, different)).toBe(false)
  })
})

it('results and decisions are immutable', () => {
  for (const frozen of [results, results.email, decision, decision.profile, decision.missing]) {
    expect(Object.isFrozen(frozen)).toBe(true)
  }
  expect(() => Object.assign(results.email, { value: 'eve@example.com' })).toThrow(TypeError)
  expect(() => Object.assign(decision, { profile: {} })).toThrow(TypeError)
})

describe('token and response bodies', () => {
  const echo = `token ${token}, Ann Example, ann@example.com`

  it.each([
    ['an error page', status(500, echo)],
    ['a broken body', status(200, `"${echo}`)],
    ['a refusal', forbidden(echo)],
    ['a body of the wrong shape', status(200, JSON.stringify({ email: echo }))],
    ['an echo in all headers', status(404, '', { 'X-Amzn-RequestId': token, 'X-Echo': token })],
    ['an echo in the status line', bytes(`HTTP/1.1 400 ${token}\r\nContent-Length: 0\r\n\r\n`)],
    ['an echo that is not HTTP', bytes(`${token} Ann Example\r\n\r\n`)],
    ['an echo in place of a date', status(429, '', { 'Retry-After': token })],
    ['an echo of a redirect', status(302, '', { Location: `https://evil.test/${token}` })],
  ])('are hidden in the result of %s', async (_, answer) => {
    server.answer(answer)
    const seen: unknown[] = []
    const listener = (message: unknown) => void seen.push(message)
    const channels = ['start', 'retry', 'end'].map((name) => `alexa-profile:read:${name}`)
    for (const channel of channels) subscribe(channel, listener)
    const events: ReadEnd[] = []
    const { email } = await server.reader({ onRead: (event) => events.push(event) }).read(['email'])
    for (const channel of channels) unsubscribe(channel, listener)
    const decided = decide({ email }, { required: ['email'] })
    expect(events).toHaveLength(1)
    expect(seen.length).toBeGreaterThanOrEqual(2)
    expect(decided.action).not.toBe('proceed')
    expectNoSecret(inspect([email, decided, events, seen], { depth: null, showHidden: true, getters: true }))
    expectNoSecret(JSON.stringify([email, decided, events, seen]))
  })

  it('are hidden in events of a successful read', async () => {
    answerAll()
    const events: ReadEnd[] = []
    await server.reader({ onRead: (event) => events.push(event) }).read(['name', 'email', 'mobileNumber'])
    expect(events).toHaveLength(3)
    expectNoSecret(inspect(events, { depth: null, showHidden: true, getters: true }))
  })

  it('are hidden in clients and readers', () => {
    const client = server.client({ skillName: 'Table Talk' })
    const reader = client.forRequest(envelopeFor(server.origin, { person }))
    for (const holder of [client, reader]) {
      expectNoSecret(inspect(holder, { depth: null, showHidden: true, getters: true }))
      expectNoSecret(JSON.stringify(holder))
    }
  })

  it.each([
    ['a bad token', { apiAccessToken: `secret-token\r\nX: y` }],
    ['a token that is not a string', { apiAccessToken: ['secret-token'] }],
    ['an endpoint with the token', { apiEndpoint: 'https://secret-token.evil.test:x' }],
    ['an endpoint with credentials', { apiEndpoint: 'https://ann:secret-token@api.amazonalexa.com' }],
    ['an endpoint with a path', { apiEndpoint: 'https://api.amazonalexa.com/secret-token' }],
  ])('are hidden in the error about %s', async (_, system) => {
    const reader = server.client().forRequest(envelopeFor(server.origin, system))
    const error: unknown = await reader.read(['email']).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    expectNoSecret(inspect(error, { depth: null, showHidden: true, getters: true }))
    expectNoSecret((error as Error).stack)
    expectNoSecret(JSON.stringify(error))
  })

  it('are hidden in the error about an envelope whose getter throws the token', async () => {
    const system = Object.defineProperty({}, 'apiAccessToken', {
      enumerable: true,
      get() {
        throw new Error('secret-token')
      },
    })
    const error: unknown = await server
      .client()
      .forRequest({ context: { System: system }, request: { type: 'x' } } as never)
      .read(['email'])
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'envelope-invalid' })
    expectNoSecret(inspect(error, { depth: null, showHidden: true }))
  })

  it('are hidden in a response that asks the customer for a missing value', async () => {
    answerAll()
    server.answerAt('Profile.email', status(204))
    const decided = await server.reader().require({ required: ['name', 'email'] })
    assert(decided.action === 'ask-to-fill-in')
    expectNoSecret(JSON.stringify(respondTo(decided)))
    expectNoSecret(prompts('en-US').askToFillIn(['email']))
  })
})
