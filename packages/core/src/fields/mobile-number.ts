import { isObject, own } from '../base/own.js'
import { field, type ParsedValue } from './field.js'
import { profileScope } from './profile-scope.js'

/**
 * A mobile number, as the customer entered it in the Alexa app. Amazon does not verify it: `phoneNumber` may repeat the
 * country code and may contain spaces or hyphens; `countryCode` may be `+1`, `001` or `1`.
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
    ar: 'رقم جوالك',
    de: 'deine Handynummer',
    en: 'mobile number',
    es: 'tu número de celular',
    'es-ES': 'tu número de móvil',
    fr: 'votre numéro de portable',
    'fr-CA': 'votre numéro de cellulaire',
    hi: 'मोबाइल नंबर',
    it: 'il tuo numero di cellulare',
    ja: '携帯電話番号',
    nl: 'je mobiele nummer',
    pt: 'seu número de celular',
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
