import assert from 'node:assert'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { ProfileField } from '../../src/index.js'
import { classifyOutcome } from '../../src/read/classify-response.js'
import { fuzz } from '../support/fuzz.js'
import { mutated } from '../support/hostile.js'

const parts = {
  address: [
    'addressLine1',
    'addressLine2',
    'addressLine3',
    'city',
    'stateOrRegion',
    'districtOrCounty',
    'countryCode',
    'postalCode',
  ],
  countryAndPostalCode: ['countryCode', 'postalCode'],
} as const

const units: Readonly<Partial<Record<ProfileField, readonly string[]>>> = {
  distanceUnits: ['METRIC', 'IMPERIAL'],
  temperatureUnit: ['CELSIUS', 'FAHRENHEIT'],
}

/** The result of a response with the status 200 and this JSON, or no result if it cannot be JSON. */
function resultOf(field: ProfileField, json: unknown) {
  const body = Buffer.from(JSON.stringify(json) ?? '')
  return classifyOutcome(field, { kind: 'response', status: 200, headers: {}, body }, 0)
}

const text = fc.string({ unit: 'binary' })
const json = fc.jsonValue({ stringUnit: 'binary' })
const empty = fc.constantFrom(null, '')
const fullAddress = Object.fromEntries(parts.address.map((name) => [name, name]))

fuzz(
  "returns the filled parts of a device's address exactly as Alexa sent them, and no other member",
  fc.property(
    fc.constantFrom('address', 'countryAndPostalCode'),
    fc.oneof(
      fc.record(Object.fromEntries(parts.address.map((name) => [name, fc.oneof(text, empty)])), { requiredKeys: [] }),
      mutated(fullAddress, fc.oneof(json, text, empty)),
    ),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'geolocation')), json),
    (field, address, more) => {
      const names: readonly string[] = parts[field]
      const sent = JSON.parse(JSON.stringify(Object.assign({}, more, address)))
      const given = names.map((name) => [name, Object.hasOwn(sent, name) ? sent[name] : null] as const)
      const filled = given.filter(([, value]) => value !== null && value !== '')
      const result = resultOf(field, sent)
      if (!filled.every(([, value]) => typeof value === 'string')) return assert.strictEqual(result.status, 'failed')
      if (filled.length === 0) return assert.strictEqual(result.status, 'not-set')
      assert.deepStrictEqual(result, { status: 'available', value: Object.fromEntries(filled) })
    },
  ),
  250,
)

const zones = Intl.supportedValuesOf('timeZone')
const zoneLike = fc.oneof(
  fc.constantFrom(...zones, 'UTC', 'GMT', 'EST5EDT', 'Etc/GMT+12', '+05:30', '-08', 'Local', '__proto__'),
  fc.tuple(fc.constantFrom(...zones), fc.nat(), fc.string({ maxLength: 2 })).map(([zone, at, more]) => {
    const position = at % (zone.length + 1)
    return zone.slice(0, position) + more + zone.slice(position + more.length)
  }),
  fc.constantFrom(...zones).map((zone) => zone.toLowerCase()),
  text,
  json,
)

fuzz(
  'returns a time zone only if a skill can format a time with it',
  fc.property(zoneLike, (zone) => {
    const result = resultOf('timeZone', zone)
    if (zone === null || zone === '') return assert.strictEqual(result.status, 'not-set')
    if (result.status !== 'available') {
      assert.strictEqual(result.status, 'failed')
      return assert(!zones.includes(String(zone)), `${zone} is rejected`)
    }
    assert.strictEqual(result.value, zone)
    assert(typeof zone === 'string' && !/^[+-]/.test(zone), 'an offset is not a time zone')
    assert.notStrictEqual(new Date(0).toLocaleString('en', { timeZone: zone }), '')
  }),
  150,
)

fuzz(
  'returns a unit only if it is one of the two that Alexa documents',
  fc.property(
    fc.constantFrom('distanceUnits', 'temperatureUnit'),
    fc.oneof(fc.constantFrom(...Object.values(units).flat(), 'metric', ' METRIC', '__proto__', null, ''), json),
    (field, unit) => {
      const result = resultOf(field, unit)
      const isKnown = units[field]?.some((known) => isDeepStrictEqual(known, unit)) ?? false
      if (isKnown) assert.deepStrictEqual(result, { status: 'available', value: unit })
      else assert.strictEqual(result.status, unit === null || unit === '' ? 'not-set' : 'failed')
    },
  ),
  200,
)
