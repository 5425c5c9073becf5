import { field } from './field.js'
import { parseText } from './parse-text.js'
import { profileScope } from './profile-scope.js'

/** The given (first) name. */
export const givenName = field({
  path: {
    customer: '/v2/accounts/~current/settings/Profile.givenName',
    speaker: '/v2/persons/~current/profile/givenName',
  },
  scope: profileScope('alexa::profile:given_name:read'),
  parse: parseText,
  sample: { customer: 'Ann', speaker: 'Ben' },
  words: {
    ar: { text: 'اسمك الأول', gender: 'm' },
    de: { text: 'deinen Vornamen', gender: 'm' },
    en: 'first name',
    es: { text: 'tu nombre', gender: 'm' },
    fr: { text: 'votre prénom', gender: 'm' },
    hi: { text: 'पहला नाम', oblique: 'पहले नाम' },
    it: { text: 'tuo nome', gender: 'm' },
    ja: '下のお名前',
    nl: { text: 'je voornaam', gender: 'm' },
    pt: { text: 'seu primeiro nome', gender: 'm' },
  },
})
