import { describe, expect, it } from 'vitest'
import { decide, fields, type MobileNumber, type ProfileField, type ProfileResult } from '../src/index.js'

const details = (field: ProfileField) => ({ field, level: 'customer' as const, attempts: 1, durationMs: 1 })

const available = <Value>(field: ProfileField, value: Value): ProfileResult<Value> => ({
  status: 'available',
  value,
  ...details(field),
})

function missing(field: ProfileField, reason: 'not-granted' | 'not-declared' | 'unknown'): ProfileResult<never> {
  const { scope } = fields[field]
  if (scope === undefined) throw new Error(`${field} needs no permission.`)
  return { status: 'permission-missing', scope: scope.manifest, reason, ...details(field) }
}

const notSet = (field: ProfileField): ProfileResult<never> => ({ status: 'not-set', ...details(field) })
const tokenInvalid = (field: ProfileField): ProfileResult<never> => ({ status: 'token-invalid', ...details(field) })
const noSpeaker = (field: ProfileField): ProfileResult<never> => ({
  status: 'no-speaker',
  ...details(field),
  level: 'speaker',
})
const throttled = (field: ProfileField, retryAfterMs?: number): ProfileResult<never> => ({
  status: 'throttled',
  ...(retryAfterMs !== undefined && { retryAfterMs }),
  ...details(field),
})

const failures = [
  'server-error',
  'unexpected-status',
  'network',
  'timeout',
  'invalid-response',
  'blocked',
  'aborted',
] as const

const failed = (field: ProfileField, failure: (typeof failures)[number] = 'network'): ProfileResult<never> => ({
  status: 'failed',
  failure,
  ...details(field),
})

const phone: MobileNumber = { countryCode: '+1', phoneNumber: '206 555-0100' }

describe('decision on one required field', () => {
  it('proceeds with the value if the field is available', () => {
    const email = available('email', 'ann@example.com')
    const decision = decide({ email }, { required: ['email'] })
    expect(decision).toMatchObject({ action: 'proceed', missing: [], results: { email } })
    expect(decision.action === 'proceed' && decision.profile).toEqual({ email: 'ann@example.com' })
  })

  it.each(['not-granted', 'unknown'] as const)('asks for consent if the field is permission-missing (%s)', (reason) => {
    expect(decide({ email: missing('email', reason) }, { required: ['email'] })).toMatchObject({
      action: 'ask-for-consent',
      fields: ['email'],
      scopes: ['alexa::profile:email:read'],
    })
  })

  it('asks the developer to fix the skill if the manifest does not declare the field', () => {
    const decision = decide({ email: missing('email', 'not-declared') }, { required: ['email'] })
    expect(decision).toMatchObject({
      action: 'fix-skill',
      problems: [{ code: 'scope-not-declared', field: 'email', scope: 'alexa::profile:email:read' }],
    })
    const [problem] = decision.action === 'fix-skill' ? decision.problems : []
    expect(problem?.message).toContain('alexa::profile:email:read')
    expect(problem?.message).toContain('skill.json')
  })

  it('asks the customer to fill in a field that is not set', () => {
    expect(decide({ name: notSet('name') }, { required: ['name'] })).toMatchObject({
      action: 'ask-to-fill-in',
      fields: ['name'],
    })
  })

  it('is speaker-unknown if the speaker is not recognized', () => {
    expect(decide({ name: noSpeaker('name') }, { required: ['name'] })).toMatchObject({
      action: 'speaker-unknown',
      fields: ['name'],
    })
  })

  it.each<[string, ProfileResult]>([
    ['token-invalid', tokenInvalid('email')],
    ['throttled', throttled('email')],
    ...failures.map((failure): [string, ProfileResult] => [failure, failed('email', failure)]),
  ])('says to try later after %s', (_, email) => {
    const decision = decide({ email }, { required: ['email'] })
    expect(decision).toMatchObject({ action: 'try-later', fields: ['email'] })
    expect(decision).not.toHaveProperty('retryAfterMs')
  })
})

describe('decision on several required fields', () => {
  const inOrder = [
    ['fix-skill', (field: ProfileField) => missing(field, 'not-declared')],
    ['speaker-unknown', noSpeaker],
    ['ask-for-consent', (field: ProfileField) => missing(field, 'not-granted')],
    ['ask-to-fill-in', notSet],
    ['try-later', (field: ProfileField) => failed(field)],
    ['proceed', (field: ProfileField) => available(field, 'x')],
  ] as const

  const pairs = inOrder.flatMap(([action, first], index) =>
    inOrder.slice(index + 1).map(([other, second]) => ({ action, other, first, second })),
  )

  it.each(pairs)('chooses $action before $other in either order of the fields', ({ action, first, second }) => {
    const results = { name: first('name'), email: second('email') }
    for (const required of [['name', 'email'] as const, ['email', 'name'] as const]) {
      const decision = decide(results, { required })
      expect(decision.action).toBe(action)
      expect(decision.results).toBe(results)
      if ('fields' in decision) expect(decision.fields).toEqual(['name'])
      if (decision.action === 'fix-skill') expect(decision.problems.map(({ field }) => field)).toEqual(['name'])
    }
  })

  it('names every field of the action in the order of the requirement', () => {
    const results = {
      name: missing('name', 'not-granted'),
      givenName: available('givenName', 'Ann'),
      email: missing('email', 'unknown'),
    }
    expect(decide(results, { required: ['email', 'givenName', 'name'] })).toMatchObject({
      action: 'ask-for-consent',
      fields: ['email', 'name'],
      scopes: ['alexa::profile:email:read', 'alexa::profile:name:read'],
    })
    const undeclared = { name: missing('name', 'not-declared'), email: missing('email', 'not-declared') }
    const decision = decide(undeclared, { required: ['name', 'email'] })
    expect(decision.action === 'fix-skill' && decision.problems).toHaveLength(2)
  })

  it('waits as long as the longest wait that Alexa asked for', () => {
    const results = { name: throttled('name', 1000), givenName: throttled('givenName', 5000), email: failed('email') }
    expect(decide(results, { required: ['name', 'givenName', 'email'] })).toMatchObject({
      action: 'try-later',
      fields: ['name', 'givenName', 'email'],
      retryAfterMs: 5000,
    })
    expect(decide({ name: throttled('name', 0) }, { required: ['name'] })).toMatchObject({ retryAfterMs: 0 })
  })

  it('counts a field once if it is named twice', () => {
    const results = { email: missing('email', 'not-granted'), name: notSet('name') }
    expect(decide(results, { required: ['email', 'email'], optional: ['email'] })).toMatchObject({
      fields: ['email'],
      scopes: ['alexa::profile:email:read'],
    })
    const there = { email: available('email', 'ann@example.com'), name: missing('name', 'not-declared') }
    expect(decide(there, { required: ['email', 'email'], optional: ['name'] }).action).toBe('proceed')
    const decision = decide(results, { required: [], optional: ['name', 'name'] })
    expect(decision.action === 'proceed' && decision.missing).toHaveLength(1)
  })
})

describe('decision on optional fields', () => {
  const email = available('email', 'ann@example.com')

  it.each<[string, ProfileResult]>([
    ['not granted', missing('mobileNumber', 'not-granted')],
    ['not declared', missing('mobileNumber', 'not-declared')],
    ['not set', notSet('mobileNumber')],
    ['without a speaker', noSpeaker('mobileNumber')],
    ['refused with 401', tokenInvalid('mobileNumber')],
    ['throttled', throttled('mobileNumber', 9000)],
    ...failures.map((failure): [string, ProfileResult] => [failure, failed('mobileNumber', failure)]),
  ])('proceeds despite an optional field: %s', (_, mobileNumber) => {
    const decision = decide({ email, mobileNumber }, { required: ['email'], optional: ['mobileNumber'] })
    expect(decision).toMatchObject({ action: 'proceed', missing: [{ field: 'mobileNumber', result: mobileNumber }] })
    expect(decision.action === 'proceed' && decision.profile).toEqual({ email: 'ann@example.com' })
  })

  it('includes optional values that are available', () => {
    const results = { email, mobileNumber: available('mobileNumber', phone) }
    const decision = decide(results, { required: ['email'], optional: ['mobileNumber'] })
    expect(decision.action === 'proceed' && decision.profile).toEqual({ email: 'ann@example.com', mobileNumber: phone })
    expect(decision).toMatchObject({ missing: [] })
  })

  it('does not ask for an optional field together with a required field', () => {
    const results = { email: missing('email', 'not-granted'), name: missing('name', 'not-granted') }
    expect(decide(results, { required: ['email'], optional: ['name'] })).toMatchObject({ fields: ['email'] })
  })

  it('always proceeds if all fields are optional', () => {
    const decision = decide({ name: failed('name') }, { optional: ['name'] })
    expect(decision).toMatchObject({ action: 'proceed', missing: [{ field: 'name' }] })
  })
})

it('proceeds with an empty profile if no field is wanted', () => {
  const decision = decide({}, {})
  expect(decision).toMatchObject({ action: 'proceed', missing: [] })
  expect(decision.action === 'proceed' && decision.profile).toEqual({})
})

it('ignores results of fields that are not wanted', () => {
  const results = { email: available('email', 'ann@example.com'), name: missing('name', 'not-declared') }
  const decision = decide(results, { required: ['email'] })
  expect(decision.action === 'proceed' && decision.profile).toEqual({ email: 'ann@example.com' })
})

it('throws if the result of a required field is missing', () => {
  expect(() => decide({} as { email: ProfileResult<string> }, { required: ['email'] })).toThrow(
    expect.objectContaining({ name: 'ProfileError', code: 'decision-invalid' }),
  )
})
