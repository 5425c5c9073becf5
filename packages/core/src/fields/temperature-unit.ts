import { field } from './field.js'
import { parseOneOf } from './parse-one-of.js'

/** The unit in which the device says temperatures. Needs no permission. */
export const temperatureUnit = field({
  path: { device: '/v2/devices/{deviceId}/settings/System.temperatureUnit' },
  scope: undefined,
  parse: (json) => parseOneOf(json, ['CELSIUS', 'FAHRENHEIT']),
  sample: { device: 'FAHRENHEIT' },
  words: {
    ar: { text: 'وحدة الحرارة لديك', gender: 'f' },
    de: { text: 'deine Temperatureinheit', gender: 'f' },
    en: 'temperature unit',
    es: { text: 'tu unidad de temperatura', gender: 'f' },
    fr: { text: 'votre unité de température', gender: 'f' },
    hi: { text: 'तापमान का पैमाना', oblique: 'तापमान के पैमाने' },
    it: { text: 'tua unità di temperatura', gender: 'f' },
    ja: '温度の単位',
    nl: { text: 'je temperatuureenheid', gender: 'm' },
    pt: { text: 'sua unidade de temperatura', gender: 'f' },
  },
})
