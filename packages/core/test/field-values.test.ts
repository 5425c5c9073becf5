import { describe, expect, it } from 'vitest'
import {
  consentCard,
  fields,
  fieldsAt,
  isProfileField,
  isScope,
  knownScopes,
  levelOf,
  type ProfileField,
  profileFields,
  type Scope,
  speakerFields,
  spellingsOf,
  voiceConsent,
} from '../src/index.js'

const parse = (field: ProfileField, json: unknown): unknown => {
  const parsed = fields[field].parse(json)
  return typeof parsed === 'string' ? parsed : parsed.value
}

describe('values that Alexa sends', () => {
  it.each(profileFields)('%s may be empty', (field) => {
    expect([parse(field, null), parse(field, '')]).toEqual(['not-set', 'not-set'])
    for (const odd of [undefined, 0, false, 42, [], ['a'], {}]) {
      const isStrings = field === 'address' || field === 'countryAndPostalCode'
      const isEmptyObject = isStrings && JSON.stringify(odd) === '{}'
      expect(parse(field, odd)).toBe(isEmptyObject ? 'not-set' : 'invalid')
    }
  })

  it.each(['name', 'givenName', 'email'] as const)('%s may be any string', (field) => {
    expect(parse(field, ' Ann ')).toBe(' Ann ')
  })

  it.each([
    [{ phoneNumber: '1' }, { phoneNumber: '1' }],
    [{ phoneNumber: '1', countryCode: null }, { phoneNumber: '1' }],
    [{ phoneNumber: '1', countryCode: '' }, { phoneNumber: '1' }],
    [
      { phoneNumber: '1', countryCode: '+1', more: 1 },
      { phoneNumber: '1', countryCode: '+1' },
    ],
    [{ phoneNumber: '', countryCode: '+1' }, 'not-set'],
    [{ phoneNumber: null }, 'not-set'],
    [{ phoneNumber: 1 }, 'invalid'],
    [{ phoneNumber: '1', countryCode: 1 }, 'invalid'],
    [{ countryCode: '+1' }, 'invalid'],
    ['1', 'invalid'],
  ])('parses the mobileNumber %j', (json, expected) => {
    expect(parse('mobileNumber', json)).toEqual(expected)
    const value = parse('mobileNumber', json)
    expect(typeof value === 'string' || Object.isFrozen(value)).toBe(true)
  })

  it.each([
    [{ city: 'Seattle', countryCode: '', postalCode: null, unknown: 'x' }, { city: 'Seattle' }],
    [{ city: '', unknown: 'x' }, 'not-set'],
    [{ city: 1 }, 'invalid'],
    [{ city: 'Seattle', countryCode: 1 }, 'invalid'],
    ['Seattle', 'invalid'],
  ])('parses the address %j', (json, expected) => {
    expect(parse('address', json)).toEqual(expected)
  })

  it.each([
    [
      { countryCode: 'US', postalCode: '98109', city: 'Seattle' },
      { countryCode: 'US', postalCode: '98109' },
    ],
    [{ countryCode: 'US' }, { countryCode: 'US' }],
    [{ city: 'Seattle' }, 'not-set'],
  ])('parses the countryAndPostalCode %j', (json, expected) => {
    expect(parse('countryAndPostalCode', json)).toEqual(expected)
  })

  it.each([
    ['America/Los_Angeles', 'America/Los_Angeles'],
    ['UTC', 'UTC'],
    ['+05:30', 'invalid'],
    ['0America/Los_Angeles', 'invalid'],
    ['Mars/Olympus_Mons', 'invalid'],
  ])('parses the timeZone %j', (json, expected) => {
    expect(parse('timeZone', json)).toBe(expected)
  })

  it('parses units', () => {
    for (const unit of ['METRIC', 'IMPERIAL']) expect(parse('distanceUnits', unit)).toBe(unit)
    for (const unit of ['CELSIUS', 'FAHRENHEIT']) expect(parse('temperatureUnit', unit)).toBe(unit)
    expect([parse('distanceUnits', 'CELSIUS'), parse('temperatureUnit', 'celsius')]).toEqual(['invalid', 'invalid'])
  })
})

it('lists all fields and their levels', () => {
  expect(fieldsAt('customer')).toEqual(['name', 'givenName', 'email', 'mobileNumber'])
  expect(fieldsAt('speaker')).toEqual(['name', 'givenName', 'mobileNumber'])
  const ofDevice = ['address', 'countryAndPostalCode', 'timeZone', 'distanceUnits', 'temperatureUnit']
  expect(fieldsAt('device')).toEqual(ofDevice)
  expect(speakerFields).toEqual(['name', 'givenName', 'mobileNumber', ...ofDevice])
  expect([isProfileField('email'), isProfileField('toString'), isProfileField(['email'])]).toEqual([true, false, false])
  expect([levelOf('email', 'customer'), levelOf('name', 'speaker'), levelOf('timeZone', 'speaker')]).toEqual([
    'customer',
    'speaker',
    'device',
  ])
})

/** Permissions that belong to no field, written by hand: manifest, card, whether Alexa can ask by voice. */
it.each<[Scope, Scope, boolean]>([
  ['alexa::devices:all:geolocation:read', 'alexa::devices:all:geolocation:read', true],
  ['alexa::alerts:reminders:skill:readwrite', 'alexa::alerts:reminders:skill:readwrite', true],
  ['alexa::alerts:timers:skill:readwrite', 'alexa::alerts:timers:skill:readwrite', true],
  ['alexa::devices:all:notifications:write', 'alexa::devices:all:notifications:write', false],
  ['payments:autopay_consent', 'payments:autopay_consent', false],
  ['alexa::household:lists:read', 'read::alexa:household:list', false],
  ['alexa::household:lists:write', 'write::alexa:household:list', false],
])('spells the permission %s', (manifest, card, isByVoice) => {
  expect(spellingsOf(manifest)).toEqual({ manifest, card, voice: isByVoice ? manifest : undefined })
  expect(spellingsOf(card)).toBe(spellingsOf(manifest))
  expect(consentCard([manifest]).permissions).toEqual([card])
  expect([isScope(manifest), isScope(card), isScope('x'), isScope(undefined)]).toEqual([true, true, false, false])
  expect(knownScopes).toContain(card)
  if (isByVoice) expect(voiceConsent({ scopes: [manifest as never] }).input.permissionScopes).toHaveLength(1)
  else expect(() => voiceConsent({ scopes: [manifest as never] })).toThrow('by voice')
})
