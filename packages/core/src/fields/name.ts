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
    ar: 'اسمك الكامل',
    de: 'deinen vollständigen Namen',
    en: 'full name',
    es: 'tu nombre completo',
    fr: 'votre nom complet',
    hi: 'पूरा नाम',
    it: 'il tuo nome completo',
    ja: 'フルネーム',
    nl: 'je volledige naam',
    pt: 'seu nome completo',
  },
})
