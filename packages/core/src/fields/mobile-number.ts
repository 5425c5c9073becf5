import { isObject, own } from '../base/own.js'
import { field, type ParsedValue } from './field.js'
import { profileScope } from './profile-scope.js'

/**
 * A mobile number as the customer stored it in the Alexa app. Amazon does not verify it: `phoneNumber` may or may not
 * repeat the country code and may contain spaces or hyphens; `countryCode` may read `+1`, `001` or `1`.
 */
export interface MobileNumber {
  readonly countryCode?: string
  readonly phoneNumber: string
}

/** The mobile number. */
export const mobileNumber = field({
  path: {
    customer: '/v2/accounts/~current/settings/Profile.mobileNumber',
    speaker: '/v2/persons/~current/profile/mobileNumber',
  },
  scope: profileScope('alexa::profile:mobile_number:read'),
  parse,
  sample: {
    customer: { countryCode: '+1', phoneNumber: '2065550100' },
    speaker: { countryCode: '+1', phoneNumber: '2065550101' },
  },
  words: {
    ar: { text: 'رقم جوالك', gender: 'm' },
    de: { text: 'deine Handynummer', gender: 'f' },
    en: 'mobile number',
    es: { text: 'tu número de celular', gender: 'm' },
    'es-ES': { text: 'tu número de móvil', gender: 'm' },
    fr: { text: 'votre numéro de portable', gender: 'm' },
    'fr-CA': { text: 'votre numéro de cellulaire', gender: 'm' },
    hi: { text: 'मोबाइल नंबर' },
    it: { text: 'tuo numero di cellulare', gender: 'm' },
    ja: '携帯電話番号',
    nl: { text: 'je mobiele nummer', gender: 'n' },
    pt: { text: 'seu número de celular', gender: 'm' },
  },
})

function parse(json: unknown): ParsedValue<MobileNumber> {
  if (json === null || json === '') return 'not-set'
  if (!isObject(json)) return 'invalid'
  const [countryCode, phoneNumber] = [own(json, 'countryCode'), own(json, 'phoneNumber')]
  if (phoneNumber === null || phoneNumber === '') return 'not-set'
  if (typeof phoneNumber !== 'string') return 'invalid'
  if (countryCode === undefined || countryCode === null || countryCode === '')
    return { value: Object.freeze({ phoneNumber }) }
  return typeof countryCode === 'string' ? { value: Object.freeze({ countryCode, phoneNumber }) } : 'invalid'
}
