import { field } from './field.js'
import { parseText } from './parse-text.js'
import { profileScope } from './profile-scope.js'

/** The email address of the Amazon account. Speakers have none. */
export const email = field({
  path: { customer: '/v2/accounts/~current/settings/Profile.email' },
  scope: profileScope('alexa::profile:email:read'),
  parse: parseText,
  sample: { customer: 'ann@example.com' },
  words: {
    ar: { text: 'بريدك الإلكتروني', gender: 'm' },
    de: { text: 'deine E-Mail-Adresse', gender: 'f' },
    en: 'email address',
    es: { text: 'tu correo electrónico', gender: 'm' },
    fr: { text: 'votre adresse e-mail', gender: 'f' },
    'fr-CA': { text: 'votre adresse courriel', gender: 'f' },
    hi: { text: 'ईमेल एड्रेस' },
    it: { text: 'tuo indirizzo email', gender: 'm' },
    ja: 'メールアドレス',
    nl: { text: 'je e-mailadres', gender: 'n' },
    pt: { text: 'seu e-mail', gender: 'm' },
  },
})
