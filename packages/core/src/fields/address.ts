import { field, type ParsedValue } from './field.js'
import { parseStrings } from './parse-strings.js'

/** A device's address, as the customer entered it in the Alexa app. Amazon does not verify it. Any part may be missing. */
export interface Address {
  readonly addressLine1?: string
  readonly addressLine2?: string
  readonly addressLine3?: string
  readonly city?: string
  readonly stateOrRegion?: string
  readonly districtOrCounty?: string
  /** ISO 3166-1 alpha-2, such as `US`. */
  readonly countryCode?: string
  readonly postalCode?: string
}

const names = [
  'addressLine1',
  'addressLine2',
  'addressLine3',
  'city',
  'stateOrRegion',
  'districtOrCounty',
  'countryCode',
  'postalCode',
] as const

/** The full address of the device. */
export const address = field({
  path: { device: '/v1/devices/{deviceId}/settings/address' },
  scope: {
    manifest: 'alexa::devices:all:address:full:read',
    card: 'read::alexa:device:all:address',
    voice: undefined,
  },
  parse: (json): ParsedValue<Address> => parseStrings(json, names),
  sample: {
    device: {
      addressLine1: '410 Terry Ave N',
      addressLine2: 'Suite 100',
      addressLine3: 'Front desk',
      city: 'Seattle',
      stateOrRegion: 'WA',
      districtOrCounty: 'King County',
      countryCode: 'US',
      postalCode: '98109',
    },
  },
  words: {
    ar: 'عنوانك',
    de: 'deine Adresse',
    en: 'address',
    es: 'tu dirección',
    fr: 'votre adresse',
    hi: 'पता',
    it: 'il tuo indirizzo',
    ja: 'ご住所',
    nl: 'je adres',
    pt: 'seu endereço',
  },
})
