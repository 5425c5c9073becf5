import { field } from './field.js'
import { parseText } from './parse-text.js'
import { profileScope } from './profile-scope.js'

/** The full name. */
export const name = field({
  path: { customer: '/v2/accounts/~current/settings/Profile.name', speaker: '/v2/persons/~current/profile/name' },
  scope: profileScope('alexa::profile:name:read'),
  parse: parseText,
  sample: { customer: 'Ann Example', speaker: 'Ben Example' },
  words: {
    ar: { text: 'اسمك الكامل', gender: 'm' },
    de: { text: 'deinen vollständigen Namen', gender: 'm' },
    en: 'full name',
    es: { text: 'tu nombre completo', gender: 'm' },
    fr: { text: 'votre nom complet', gender: 'm' },
    hi: { text: 'पूरा नाम', oblique: 'पूरे नाम' },
    it: { text: 'tuo nome completo', gender: 'm' },
    ja: 'フルネーム',
    nl: { text: 'je volledige naam', gender: 'm' },
    pt: { text: 'seu nome completo', gender: 'm' },
  },
})
