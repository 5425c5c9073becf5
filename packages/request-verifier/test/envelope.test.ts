import { expect, it } from 'vitest'
import { isForOneOf, parseEnvelope } from '../src/envelope.js'

const parse = (content: unknown) => parseEnvelope(Buffer.from(JSON.stringify(content)))

const envelope = {
  context: { System: { application: { applicationId: 'a' } } },
  session: { application: { applicationId: 'b' } },
  request: { type: 'LaunchRequest', requestId: 'r', timestamp: 't' },
}

it('reads the claims of a request from own properties only', () => {
  expect(parse(envelope)).toEqual({
    envelope,
    claims: { type: 'LaunchRequest', requestId: 'r', timestamp: 't', skillId: 'a', skillIdOfSession: 'b' },
  })
  expect(parse({ request: { type: 'x' } })?.claims).toEqual({
    type: 'x',
    requestId: undefined,
    timestamp: undefined,
    skillId: undefined,
    skillIdOfSession: undefined,
  })
  const text = '{"__proto__":{"session":{"application":{"applicationId":"b"}}},"request":{"type":"x"}}'
  expect(parseEnvelope(Buffer.from(text))?.claims.skillIdOfSession).toBeUndefined()
})

it.each([null, 1, 'x', [], {}, { request: null }, { request: 'LaunchRequest' }, { request: { type: 1 } }])(
  'rejects %j as a request',
  (content) => {
    expect(parse(content)).toBeUndefined()
  },
)

it('rejects bytes that are not UTF-8 or JSON', () => {
  expect(parseEnvelope(Buffer.from('{'))).toBeUndefined()
  expect(parseEnvelope(Buffer.from(''))).toBeUndefined()
  const latin1 = Buffer.from(JSON.stringify({ request: { type: 'é' } }), 'latin1')
  expect(parseEnvelope(latin1)).toBeUndefined()
})

it('matches a skill if every id in the request is one of the skill ids', () => {
  const ids = new Set(['a', 'b'])
  const isFor = (skillId: unknown, skillIdOfSession: unknown) =>
    isForOneOf(ids, { type: 'x', requestId: 'r', timestamp: 't', skillId, skillIdOfSession })
  expect([isFor('a', 'a'), isFor('a', 'b'), isFor('a', undefined), isFor(undefined, 'b')]).toEqual(Array(4).fill(true))
  expect([isFor('a', 'c'), isFor('c', 'a'), isFor('c', undefined), isFor(undefined, 'c')]).toEqual(Array(4).fill(false))
  expect([isFor(undefined, undefined), isFor('a', null), isFor(null, 'a')]).toEqual([false, false, false])
})
