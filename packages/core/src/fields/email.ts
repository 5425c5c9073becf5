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
    ar: 'بريدك الإلكتروني',
    de: 'deine E-Mail-Adresse',
    en: 'email address',
    es: 'tu correo electrónico',
    fr: 'votre adresse e-mail',
    'fr-CA': 'votre adresse courriel',
    hi: 'ईमेल एड्रेस',
    it: 'il tuo indirizzo email',
    ja: 'メールアドレス',
    nl: 'je e-mailadres',
    pt: 'seu e-mail',
  },
})
