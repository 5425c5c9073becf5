import type { RequestEnvelope } from 'ask-sdk-model'
import { describe, expect, it } from 'vitest'
import { createProfileClient } from '../src/index.js'
import { status, value } from './support/answers.js'
import { envelopeFor, person } from './support/envelope.js'
import { useTlsServer } from './support/tls-server.js'

const server = useTlsServer()

function readFrom(envelope: unknown) {
  return server
    .client()
    .forRequest(envelope as RequestEnvelope)
    .read(['email'])
}

const thrower = {
  get(): never {
    throw new Error('from a getter')
  },
  enumerable: true,
}

const hostile = new Proxy(
  {},
  {
    get() {
      throw new Error('from a proxy')
    },
    getOwnPropertyDescriptor() {
      throw new Error('from a proxy')
    },
    has() {
      throw new Error('from a proxy')
    },
  },
)

describe('an invalid envelope', () => {
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a string', '{"context":{}}'],
    ['a number', 1],
    ['an array', []],
    ['a function', () => {}],
    ['empty', {}],
    ['without System', { context: {} }],
    ['with null for context', { context: null }],
    ['with null for System', { context: { System: null } }],
    ['with a string for System', { context: { System: 'https://api.amazonalexa.com' } }],
    ['with an empty System', { context: { System: {} } }],
    ['with the inner request only', { type: 'LaunchRequest', requestId: 'x' }],
    ['with an inherited context', Object.create(envelopeFor('https://api.amazonalexa.com'))],
    ['with an inherited System', { context: Object.create(envelopeFor('https://api.amazonalexa.com').context) }],
    [
      'with an inherited endpoint',
      { context: { System: Object.create(envelopeFor('https://api.amazonalexa.com').context.System) } },
    ],
    ['with a context that throws', Object.defineProperty({}, 'context', thrower)],
    ['with a System that throws', { context: Object.defineProperty({}, 'System', thrower) }],
    ['with a token that throws', { context: { System: Object.defineProperty({}, 'apiAccessToken', thrower) } }],
    ['a hostile proxy', hostile],
    ['with a hostile context', { context: hostile }],
    ['with a hostile System', { context: { System: hostile } }],
    ['with a number as token', envelopeFor('https://api.amazonalexa.com', { apiAccessToken: 1 })],
    ['with an array as token', envelopeFor('https://api.amazonalexa.com', { apiAccessToken: ['x'] })],
    ['with a line break in the token', envelopeFor('https://api.amazonalexa.com', { apiAccessToken: 'x\r\nHost: y' })],
    ['with a line break after the token', envelopeFor('https://api.amazonalexa.com', { apiAccessToken: 'x\n' })],
    ['with a space in the token', envelopeFor('https://api.amazonalexa.com', { apiAccessToken: 'x y' })],
    ['with a NUL in the token', envelopeFor('https://api.amazonalexa.com', { apiAccessToken: 'x\u0000' })],
    ['with a letter that no header can carry', envelopeFor('https://api.amazonalexa.com', { apiAccessToken: 'xé' })],
  ])('is rejected by the first read: %s', async (_, envelope) => {
    await expect(readFrom(envelope)).rejects.toMatchObject({ name: 'ProfileError', code: 'envelope-invalid' })
  })

  it.each([
    ['no', { apiAccessToken: undefined }],
    ['null for a', { apiAccessToken: null }],
    ['an empty', { apiAccessToken: '' }],
    ['a blank', { apiAccessToken: ' \n' }],
  ])('rejects the read without sending a request if the envelope has %s token', async (_, system) => {
    await expect(readFrom(envelopeFor(server.origin, system))).rejects.toMatchObject({ code: 'token-missing' })
    const { apiAccessToken, ...withoutToken } = envelopeFor(server.origin).context.System
    await expect(readFrom({ context: { System: withoutToken } })).rejects.toMatchObject({ code: 'token-missing' })
    expect(server.connections).toBe(0)
  })

  it('does not make forRequest throw', async () => {
    for (const envelope of [undefined, null, {}, hostile, revoked(), 1]) {
      const reader = createProfileClient().forRequest(envelope as RequestEnvelope)
      const expected = { name: 'ProfileError', code: 'envelope-invalid' }
      await expect(reader.read(['email'])).rejects.toMatchObject(expected)
      await expect(reader.require({ required: ['email'] })).rejects.toMatchObject(expected)
      await expect(reader.speaker.read(['name'])).rejects.toMatchObject(expected)
      await expect(reader.speaker.require({ required: ['name'] })).rejects.toMatchObject(expected)
    }
  })

  it('reads an envelope that is frozen, has another prototype or has extra members', async () => {
    server.answer(value('ann@example.com'))
    const plain = envelopeFor(server.origin)
    const bare = Object.assign(Object.create(null), { context: plain.context }) as unknown
    for (const envelope of [Object.freeze(plain), bare, { ...plain, unknown: { nested: true } }]) {
      expect(await readFrom(envelope)).toMatchObject({ email: { status: 'available' } })
    }
  })

  it('does not change the envelope', async () => {
    server.answer(value('ann@example.com'))
    const envelope = envelopeFor(server.origin, { person })
    const before = structuredClone(envelope)
    await server.client().forRequest(envelope).read(['email'])
    expect(envelope).toEqual(before)
  })

  it('reads the envelope once, so that later changes cannot redirect a request', async () => {
    server.answer(value('ann@example.com'), status(500))
    const envelope = envelopeFor(server.origin)
    const reader = server.client({ maxRetries: 0 }).forRequest(envelope)
    await reader.read(['email'])
    Object.assign(envelope.context.System, { apiEndpoint: 'https://evil.test', apiAccessToken: 'other' })
    const { name } = await reader.read(['name'])
    expect(name).toMatchObject({ status: 'failed', httpStatus: 500 })
    expect(new Set(server.requests.map(({ headers }) => headers.authorization)).size).toBe(1)
  })

  it('reads an ask-sdk-model envelope without a cast, in a session and for an event', async () => {
    const system = {
      application: { applicationId: 'amzn1.ask.skill.1' },
      user: { userId: 'amzn1.ask.account.1', permissions: { consentToken: 'old' } },
      apiEndpoint: server.origin,
      apiAccessToken: 'token',
    }
    const intent: RequestEnvelope = {
      version: '1.0',
      session: { new: false, sessionId: '1', user: system.user, application: system.application },
      context: { System: { ...system, person: { personId: 'amzn1.ask.person.ANN' } } },
      request: {
        type: 'IntentRequest',
        requestId: '1',
        timestamp: '2026-11-22T10:00:00Z',
        locale: 'de-DE',
        dialogState: 'STARTED',
        intent: { name: 'BookTableIntent', confirmationStatus: 'NONE' },
      },
    }
    const event: RequestEnvelope = {
      version: '1.0',
      context: { System: system },
      request: { type: 'AlexaSkillEvent.SkillEnabled', requestId: '1', timestamp: '2026-11-22T10:00:00Z', locale: '' },
    }
    server.answer(value('Ann'))
    const client = server.client()
    expect((await client.forRequest(intent).speaker.read(['name'])).name).toMatchObject({ value: 'Ann' })
    expect((await client.forRequest(event).read(['name'])).name).toMatchObject({ value: 'Ann' })
    expect((await client.forRequest(event).speaker.read(['name'])).name.status).toBe('no-speaker')
  })
})

describe('fields passed to a read', () => {
  it.each([
    ['an unknown field', ['adress']],
    ['a scope', ['alexa::profile:email:read']],
    ['a property of Object', ['toString']],
    ['a prototype', ['__proto__']],
    ['a number', [1]],
    ['undefined', [undefined]],
    ['one unknown field among known fields', ['email', 'phone']],
    ['a string in place of an array', 'email'],
    ['nothing', undefined],
  ])('are checked before a request is sent: %s', async (_, fields) => {
    const reader = server.reader({}, { person })
    for (const level of [reader, reader.speaker]) {
      await expect(level.read(fields as never)).rejects.toMatchObject({ name: 'ProfileError', code: 'field-unknown' })
    }
    expect(server.connections).toBe(0)
  })

  it.each<[string, unknown, 'customer' | 'speaker', string]>([
    ['a typo', 'emial', 'customer', 'Unknown field "emial". Did you mean "email"? Known fields: name,'],
    [
      'a misspelled field that speakers do not have',
      'emial',
      'speaker',
      'Unknown field "emial". Known fields: name, givenName, mobileNumber',
    ],
    ['a field that speakers do not have', 'email', 'speaker', 'Speakers have no email.'],
    ['undefined', undefined, 'customer', 'A field must be a string, not undefined. Known fields: name,'],
    ['null', null, 'customer', 'A field must be a string, not null.'],
    ['an array in the array', ['email'], 'customer', 'A field must be a string, not object.'],
  ])('are named in the error: %s', async (_, field, level, message) => {
    const reader = server.reader({}, { person })
    const leveled = level === 'speaker' ? reader.speaker : reader
    await expect(leveled.read(['givenName', field as 'givenName'])).rejects.toThrow(message)
    await expect(leveled.require({ optional: [field as 'givenName'] })).rejects.toThrow(message)
  })

  it('cannot include the email address of a speaker', async () => {
    const { speaker } = server.reader({}, { person })
    await expect(speaker.read(['email' as never])).rejects.toMatchObject({ code: 'field-unknown' })
    await expect(speaker.require({ optional: ['email' as never] })).rejects.toMatchObject({ code: 'field-unknown' })
  })

  it("have no speaker unless the person's id is a string", async () => {
    for (const odd of [{}, { personId: 7 }, { personId: null }]) {
      const { name } = await server.reader({}, { person: odd }).speaker.read(['name'])
      expect(name).toEqual({ status: 'no-speaker', field: 'name', level: 'speaker', attempts: 0, durationMs: 0 })
    }
  })

  it('may be empty and may contain duplicates', async () => {
    server.answer(value('ann@example.com'))
    const reader = server.reader()
    expect(await reader.read([])).toEqual({})
    expect(Object.keys(await reader.read(['email', 'email']))).toEqual(['email'])
    expect(server.requests).toHaveLength(1)
  })
})

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
