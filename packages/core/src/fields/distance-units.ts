import { field } from './field.js'
import { parseOneOf } from './parse-one-of.js'

/** The units in which the device gives distances. Needs no permission. */
export const distanceUnits = field({
  path: { device: '/v2/devices/{deviceId}/settings/System.distanceUnits' },
  scope: undefined,
  parse: (json) => parseOneOf(json, ['METRIC', 'IMPERIAL']),
  sample: { device: 'IMPERIAL' },
  words: {
    ar: 'وحدة المسافة لديك',
    de: 'deine Einheit für Entfernungen',
    en: 'distance unit',
    es: 'tu unidad de distancia',
    fr: 'votre unité de distance',
    hi: 'दूरी का पैमाना',
    it: 'la tua unità di distanza',
    ja: '距離の単位',
    nl: 'je afstandseenheid',
    pt: 'sua unidade de distância',
  },
})
