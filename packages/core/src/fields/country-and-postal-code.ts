import { field, type ParsedValue } from './field.js'
import { parseStrings } from './parse-strings.js'

/** The device's country and postal code, enough for a weather report or a store finder. Either part may be missing. */
export interface CountryAndPostalCode {
  /** ISO 3166-1 alpha-2, such as `US`. */
  readonly countryCode?: string
  readonly postalCode?: string
}

const names = ['countryCode', 'postalCode'] as const

/** The country and the postal code of the device's address. */
export const countryAndPostalCode = field({
  path: { device: '/v1/devices/{deviceId}/settings/address/countryAndPostalCode' },
  scope: {
    manifest: 'alexa:devices:all:address:country_and_postal_code:read', // one colon after alexa, unlike all others
    card: 'read::alexa:device:all:address:country_and_postal_code',
    voice: 'alexa:devices:all:address:country_and_postal_code:read',
  },
  parse: (json): ParsedValue<CountryAndPostalCode> => parseStrings(json, names),
  sample: { device: { countryCode: 'US', postalCode: '98109' } },
  words: {
    ar: 'رمزك البريدي',
    de: 'deine Postleitzahl',
    en: 'postal code',
    es: 'tu código postal',
    fr: 'votre code postal',
    hi: 'पोस्टल कोड',
    it: 'il tuo codice postale',
    ja: '郵便番号',
    nl: 'je postcode',
    pt: 'seu CEP',
  },
})
