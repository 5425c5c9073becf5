import assert from 'node:assert'
import { inspect } from 'node:util'
import fc from 'fast-check'
import max from 'libphonenumber-js/metadata.max.json'
import mobile from 'libphonenumber-js/metadata.mobile.json'
import { countryOfLocale, toE164 } from '../../src/phone.js'
import { fuzz } from '../support/fuzz.js'
import { anything } from '../support/hostile.js'

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 20 })
const separated = fc.string({ unit: fc.constantFrom(...'0123456789 -.()/+\u00a0\u2011＋０٣۷x,;'), maxLength: 24 })
const texts = fc.oneof(
  digits,
  digits.map((text) => `+${text}`),
  digits.map((text) => `00${text}`),
  separated,
  fc.string({ unit: 'binary' }),
  anything,
)
const codes = fc.oneof(
  fc.constantFrom('+1', '001', '1', '49', '+55', '375', '+', '', null, undefined),
  digits,
  anything,
)
const settings = fc.record(
  { metadata: fc.constantFrom(max, mobile), defaultCountry: fc.constantFrom('US', 'DE', 'IN', 'BR', 'BY', 'IT') },
  { requiredKeys: [] },
)

fuzz(
  'classifies any stored number as valid, ambiguous or invalid, and never prints it',
  fc.property(codes, texts, settings, (countryCode, phoneNumber, options) => {
    const result = toE164({ countryCode, phoneNumber } as never, options)
    const found = result.status === 'valid' ? [result.e164] : result.status === 'ambiguous' ? result.candidates : []
    if (result.status !== 'ambiguous') assert(['valid', 'invalid'].includes(result.status))
    for (const number of found) {
      assert(/^\+[1-9]\d{1,14}$/.test(number), 'not E.164')
      assert(!inspect(result, { showHidden: true, depth: null, getters: true }).includes(number))
      assert(!JSON.stringify(result).includes(number))
      // Writing out the number that was found must lead to the same number.
      assert.strictEqual(toE164({ phoneNumber: number }, options).status, 'valid')
    }
    assert(typeof phoneNumber === 'string' || result.status === 'invalid')
  }),
  1500,
)

fuzz(
  'reads the same number with and without separators',
  fc.property(
    digits,
    fc.boolean(),
    fc.array(fc.nat(30), { maxLength: 5 }),
    settings,
    (number, plus, places, options) => {
      const written = `${plus ? '+' : ''}${number}`
      const spaced = places.reduce((text, at) => (at === 0 ? text : `${text.slice(0, at)} ${text.slice(at)}`), written)
      const [a, b] = [written, spaced].map((phoneNumber) => toE164({ countryCode: '+1', phoneNumber }, options))
      assert.deepStrictEqual({ ...b }, { ...a })
    },
  ),
)

fuzz(
  'returns a country or undefined for any locale',
  fc.property(fc.string(), (locale) => {
    const country = countryOfLocale(locale)
    assert(country === undefined || /^[A-Z]{2}$/.test(country))
  }),
)
