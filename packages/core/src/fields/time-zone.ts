import { field, type ParsedValue } from './field.js'

/** The time zone of the device, as an IANA name. Needs no permission. */
export const timeZone = field({
  path: { device: '/v2/devices/{deviceId}/settings/System.timeZone' },
  scope: undefined,
  parse,
  sample: { device: 'America/Los_Angeles' },
  words: {
    ar: 'منطقتك الزمنية',
    de: 'deine Zeitzone',
    en: 'time zone',
    es: 'tu zona horaria',
    fr: 'votre fuseau horaire',
    hi: 'टाइम ज़ोन',
    it: 'il tuo fuso orario',
    ja: 'タイムゾーン',
    nl: 'je tijdzone',
    pt: 'seu fuso horário',
  },
})

/** Accepts only names that `Intl` supports. With any other, a skill would fail when it formats a time. */
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
