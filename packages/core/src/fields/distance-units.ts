import { field } from './field.js'
import { parseOneOf } from './parse-one-of.js'

/** The units in which the device says distances. Needs no permission. */
export const distanceUnits = field({
  path: { device: '/v2/devices/{deviceId}/settings/System.distanceUnits' },
  scope: undefined,
  parse: (json) => parseOneOf(json, ['METRIC', 'IMPERIAL']),
  sample: { device: 'IMPERIAL' },
  words: {
    ar: { text: 'وحدة المسافة لديك', gender: 'f' },
    de: { text: 'deine Einheit für Entfernungen', gender: 'f' },
    en: 'distance unit',
    es: { text: 'tu unidad de distancia', gender: 'f' },
    fr: { text: 'votre unité de distance', gender: 'f' },
    hi: { text: 'दूरी का पैमाना', oblique: 'दूरी के पैमाने' },
    it: { text: 'tua unità di distanza', gender: 'f' },
    ja: '距離の単位',
    nl: { text: 'je afstandseenheid', gender: 'm' },
    pt: { text: 'sua unidade de distância', gender: 'f' },
  },
})
