import assert from 'node:assert/strict'
import { describe, expect, it } from 'vitest'
import { decide, respondTo } from '../src/index.js'
import {
  askForConsent,
  askToFillIn,
  available,
  deviceUnknown,
  failed,
  fixSkill,
  noDevice,
  noSpeaker,
  notSet,
  type ProfileMatchers,
  permissionMissing,
  proceed,
  profileMatchers,
  speakerUnknown,
  throttled,
  tokenInvalid,
  tryLater,
} from '../src/testing.js'

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: the default must be the same as vitest's
  interface Matchers<T = any> extends ProfileMatchers<void> {}
}

expect.extend(profileMatchers)

describe('results built with core/testing', () => {
  it('equal the results of a read', () => {
    expect(available('email', 'ann@example.com').value).toBe('ann@example.com')
    expect(notSet('email', { requestId: 'r1' })).toEqual({
      status: 'not-set',
      field: 'email',
      level: 'customer',
      attempts: 1,
      durationMs: 0,
      requestId: 'r1',
    })
    expect(permissionMissing('givenName')).toMatchObject({
      status: 'permission-missing',
      reason: 'not-granted',
      scope: 'alexa::profile:given_name:read',
    })
    expect(permissionMissing('email', { reason: 'not-declared' })).toMatchObject({ reason: 'not-declared' })
    expect(tokenInvalid('email')).toMatchObject({ status: 'token-invalid' })
    expect(throttled('email', { retryAfterMs: 1000 })).toMatchObject({ status: 'throttled', retryAfterMs: 1000 })
    expect(failed('email', 'network', { code: 'ECONNRESET' })).toMatchObject({ failure: 'network', code: 'ECONNRESET' })
    expect(noSpeaker('givenName')).toMatchObject({ status: 'no-speaker', level: 'speaker', attempts: 0 })
    const details = { level: 'customer', attempts: 1, durationMs: 0 }
    expect(throttled('email')).toStrictEqual({ status: 'throttled', field: 'email', ...details })
    expect(failed('email', 'timeout')).toStrictEqual({
      status: 'failed',
      failure: 'timeout',
      field: 'email',
      ...details,
    })
    expect(failed('email', 'server-error', { httpStatus: 503, attempts: 3 })).toStrictEqual({
      status: 'failed',
      failure: 'server-error',
      httpStatus: 503,
      field: 'email',
      ...details,
      attempts: 3,
    })
  })

  it('have the device level, and a permission only if the field needs one', () => {
    const address = { city: 'Seattle', countryCode: 'US' }
    expect(available('address', address)).toMatchObject({ status: 'available', level: 'device' })
    expect(available('address', address).value).toEqual(address)
    expect(notSet('timeZone')).toMatchObject({ status: 'not-set', level: 'device' })
    expect(permissionMissing('countryAndPostalCode')).toMatchObject({
      scope: 'alexa:devices:all:address:country_and_postal_code:read',
      level: 'device',
    })
    expect(() => permissionMissing('timeZone')).toThrow(TypeError)
    expect(tokenInvalid('address')).toMatchObject({ status: 'token-invalid', level: 'device' })
    expect(noDevice('timeZone')).toEqual({
      status: 'no-device',
      field: 'timeZone',
      level: 'device',
      attempts: 0,
      durationMs: 0,
    })
    // @ts-expect-error device fields are read without a speaker
    expect(noSpeaker('timeZone').status).toBe('no-speaker')
    // @ts-expect-error the email address belongs to the customer
    expect(noDevice('email').status).toBe('no-device')
  })

  it('differ in every comparison if their values differ', () => {
    const ann = available('email', 'ann@example.com')
    expect(ann).toEqual(available('email', 'ann@example.com'))
    expect(ann).toStrictEqual(available('email', 'ann@example.com'))
    expect(ann).not.toEqual(available('email', 'bob@example.com'))
    expect({ ann }).not.toMatchObject({ ann: available('email', 'bob@example.com') })
    assert.deepStrictEqual(ann, available('email', 'ann@example.com'))
    assert.notDeepStrictEqual(ann, available('email', 'bob@example.com'))
  })
})

describe('decisions built with core/testing', () => {
  it('equal the decisions of decide', () => {
    const decision = proceed({ givenName: 'Ann' }, [notSet('mobileNumber')])
    expect(decision.profile).toEqual({ givenName: 'Ann' })
    expect(decision.missing).toEqual([{ field: 'mobileNumber', result: notSet('mobileNumber') }])
    expect(askForConsent(['givenName', 'email'])).toMatchObject({
      action: 'ask-for-consent',
      fields: ['givenName', 'email'],
      scopes: ['alexa::profile:given_name:read', 'alexa::profile:email:read'],
    })
    expect(askToFillIn(['email'])).toMatchObject({ action: 'ask-to-fill-in', fields: ['email'] })
    expect(speakerUnknown(['name'])).toMatchObject({ action: 'speaker-unknown', fields: ['name'] })
    expect(tryLater(['email'], { retryAfterMs: 500 })).toMatchObject({ action: 'try-later', retryAfterMs: 500 })
    expect(fixSkill(['email'])).toMatchObject({ action: 'fix-skill', problems: [{ field: 'email' }] })
    expect(deviceUnknown(['address', 'timeZone'])).toMatchObject({
      action: 'device-unknown',
      fields: ['address', 'timeZone'],
    })
    const ofDevice = proceed({ email: 'ann@example.com', address: { city: 'Seattle' } }, [noDevice('timeZone')])
    expect(ofDevice.profile).toEqual({ email: 'ann@example.com', address: { city: 'Seattle' } })
    expect(askForConsent(['email', 'address']).scopes).toEqual([
      'alexa::profile:email:read',
      'alexa::devices:all:address:full:read',
    ])
  })

  it('show no values as JSON', () => {
    const decision = proceed({ givenName: 'Ann' }, [notSet('mobileNumber')])
    const { results, missing } = decision
    expect(JSON.parse(JSON.stringify(decision))).toEqual(
      JSON.parse(JSON.stringify({ action: 'proceed', missing, results })),
    )
    expect(JSON.stringify(decision)).not.toContain('Ann')
  })

  it('can be passed to respondTo', () => {
    expect(respondTo(askForConsent(['email'])).card?.permissions).toEqual(['alexa::profile:email:read'])
  })
})

describe('matchers', () => {
  it('toBeAvailable compares the value', () => {
    const email = available('email', 'ann@example.com')
    expect(email).toBeAvailable()
    expect(email).toBeAvailable('ann@example.com')
    expect(email).not.toBeAvailable('bob@example.com')
    expect(email).not.toBeAvailable(undefined)
    expect(notSet('email')).not.toBeAvailable()
    expect(available('mobileNumber', { phoneNumber: '1' })).toBeAvailable({ phoneNumber: '1' })
    expect(available('address', { city: 'Seattle' })).toBeAvailable({ city: 'Seattle' })
    expect(available('address', { city: 'Seattle' })).not.toBeAvailable({ city: 'Berlin' })
    expect(noDevice('timeZone')).not.toBeAvailable()
  })

  it('toProceedWith compares all values', () => {
    const decision = decide({ email: available('email', 'ann@example.com') }, { required: ['email'] })
    expect(decision).toProceedWith({ email: 'ann@example.com' })
    expect(decision).not.toProceedWith({ email: 'bob@example.com' })
    expect(decision).not.toProceedWith({})
    expect(askForConsent(['email'])).not.toProceedWith({})
  })

  it('report what they found without showing a value', () => {
    const email = available('email', 'ann@example.com')
    const fail = (assertion: () => void) => {
      try {
        assertion()
      } catch (error) {
        return String(error)
      }
      return expect.fail('it passed')
    }
    expect(fail(() => expect(email).toBeAvailable('bob@example.com'))).toContain('found a different value')
    expect(fail(() => expect(notSet('email')).toBeAvailable())).toContain('found not-set')
    expect(fail(() => expect(undefined).toBeAvailable())).toContain('found no result')
    expect(fail(() => expect(askForConsent(['email'])).toProceedWith({}))).toContain('found ask-for-consent')
    expect(fail(() => expect(email).toBeAvailable('bob@example.com'))).not.toContain('ann@')
    expect(fail(() => expect(undefined).toProceedWith({}))).toContain('found no decision')
    const decision = proceed({ email: 'ann@example.com' })
    expect(fail(() => expect(decision).toProceedWith({}))).toContain('found different values')
    expect(fail(() => expect(email).not.toBeAvailable())).toContain('expected the value not to be available')
    const proceeds = fail(() => expect(decision).not.toProceedWith({ email: 'ann@example.com' }))
    expect(proceeds).toContain('expected not to proceed with these values')
  })
})
