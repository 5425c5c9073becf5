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
    ar: 'اسمك الأول',
    de: 'deinen Vornamen',
    en: 'first name',
    es: 'tu nombre',
    fr: 'votre prénom',
    hi: 'पहला नाम',
    it: 'il tuo nome',
    ja: '下のお名前',
    nl: 'je voornaam',
    pt: 'seu primeiro nome',
  },
})
