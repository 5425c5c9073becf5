import { field, type ParsedValue } from './field.js'

/** The time zone of the device, as an IANA name. Needs no permission. */
export const timeZone = field({
  path: { device: '/v2/devices/{deviceId}/settings/System.timeZone' },
  scope: undefined,
  parse,
  sample: { device: 'America/Los_Angeles' },
  words: {
    ar: { text: 'منطقتك الزمنية', gender: 'f' },
    de: { text: 'deine Zeitzone', gender: 'f' },
    en: 'time zone',
    es: { text: 'tu zona horaria', gender: 'f' },
    fr: { text: 'votre fuseau horaire', gender: 'm' },
    hi: { text: 'टाइम ज़ोन' },
    it: { text: 'tuo fuso orario', gender: 'm' },
    ja: 'タイムゾーン',
    nl: { text: 'je tijdzone', gender: 'm' },
    pt: { text: 'seu fuso horário', gender: 'm' },
  },
})

/** Only a name that `Intl` can use: a skill would otherwise fail where it formats a time. */
function parse(json: unknown): ParsedValue<string> {
  if (json === null || json === '') return 'not-set'
  if (typeof json !== 'string' || !/^[A-Za-z]/.test(json)) return 'invalid'
  try {
    new Intl.DateTimeFormat('en', { timeZone: json })
    return { value: json }
  } catch {
    return 'invalid'
  }
}
