import { field } from './field.js'
import { parseOneOf } from './parse-one-of.js'

/** The unit in which the device gives temperatures. Needs no permission. */
export const temperatureUnit = field({
  path: { device: '/v2/devices/{deviceId}/settings/System.temperatureUnit' },
  scope: undefined,
  parse: (json) => parseOneOf(json, ['CELSIUS', 'FAHRENHEIT']),
  sample: { device: 'FAHRENHEIT' },
  words: {
    ar: 'وحدة الحرارة لديك',
    de: 'deine Temperatureinheit',
    en: 'temperature unit',
    es: 'tu unidad de temperatura',
    fr: 'votre unité de température',
    hi: 'तापमान का पैमाना',
    it: 'la tua unità di temperatura',
    ja: '温度の単位',
    nl: 'je temperatuureenheid',
    pt: 'sua unidade de temperatura',
  },
})
