import { describe, expect, it } from 'vitest'
import { dayNumber } from '../src/utterance/calendar.js'
import { language } from '../src/utterance/language.js'
import { createTypedValues } from '../src/utterance/typed-values.js'

/** Phrases said on Saturday, 28 November 2026, with Alexa's value, by type. */
const phrases: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string | undefined>>>>>> = {
  'en-US': {
    'AMAZON.DATE': {
      'right now': 'PRESENT_REF',
      'the day after tomorrow': '2026-11-30',
      'next week': '2026-W49',
      'this weekend': '2026-W48-WE',
      'next month': '2026-12',
      december: '2026-12',
      october: '2027-10',
      'last october': '2026-10',
      '2027': '2027',
      'this decade': '202X',
      'winter 2027': '2027-WI',
      'the first quarter of 2027': '2027-Q1',
      'the third of march': '2027-03-03',
      'march 3rd 2030': '2030-03-03',
      'nineteen ninety nine': '1999',
      '12/24': '2026-12-24',
      '2026-12-24': '2026-12-24',
      'february 30th': undefined,
      friday: '2026-12-04',
      'last friday': '2026-11-27',
      'next monday': '2026-11-30',
      saturday: '2026-11-28',
      'friday next week': '2026-12-04',
      'the first friday of july': '2027-07-02',
      'in three weeks': '2026-12-19',
      'a year ago': '2025-11-28',
      'two days from tomorrow': '2026-12-01',
      'in 7973 years': '9999-11-28',
      'in 7974 years': undefined,
      'in three hundred thousand years': undefined,
      'three thousand years ago': undefined,
      'in 99999999999 days': undefined,
      'the 31st': '2026-12-31',
      banana: undefined,
    },
    'AMAZON.TIME': {
      seven: '07:00',
      'half past seven': '07:30',
      'quarter to eight in the evening': '19:45',
      'ten past nine pm': '21:10',
      'seven thirty': '07:30',
      '7:05 am': '07:05',
      noon: '12:00',
      midnight: '00:00',
      'twelve am': '00:00',
      'in the morning': 'MO',
      afternoon: 'AF',
      evening: 'EV',
      tonight: 'NI',
      'ninety nine': undefined,
    },
    'AMAZON.DURATION': {
      'ten minutes': 'PT10M',
      'an hour and a half': 'PT1H30M',
      'half an hour': 'PT30M',
      'two weeks': 'P2W',
      'a fortnight': 'P2W',
      'one year and two months': 'P1Y2M',
      'five hours ten minutes': 'PT5H10M',
      'twenty four hours': 'PT24H',
      'one and a half years': 'P1Y6M',
    },
    'AMAZON.NUMBER': {
      'twenty one': '21',
      'one hundred and five': '105',
      'two thousand three hundred': '2300',
      'minus seven': '-7',
      '1,234': '1234',
      'half a million': '500000',
      'seven ten': undefined,
    },
    'AMAZON.FOUR_DIGIT_NUMBER': { 'six oh four five': '6045', 'twenty twenty six': '2026', 'one two three': undefined },
    'AMAZON.Ordinal': { first: '1', 'the 22nd': '22', 'twenty first': '21', seven: undefined },
    'AMAZON.DayOfWeek': { mondays: 'weekday 1', fri: 'weekday 5', july: undefined },
    'AMAZON.Month': { july: 'month 7', sept: 'month 9', monday: undefined },
    'AMAZON.PhoneNumber': { '555 123 4567': '5551234567', 'five five five one two': '55512', seven: undefined },
  },
  'en-GB': { 'AMAZON.DATE': { '4/7': '2027-07-04' } },
  'de-DE': {
    'AMAZON.DATE': {
      übermorgen: '2026-11-30',
      'nächste Woche': '2026-W49',
      'übernächste Woche': '2026-W50',
      'am dritten März': '2027-03-03',
      '24.12.': '2026-12-24',
      'vor zwei Wochen': '2026-11-14',
      'dieses Wochenende': '2026-W48-WE',
    },
    'AMAZON.TIME': {
      'halb acht': '07:30',
      'viertel nach sieben': '07:15',
      'viertel acht': '07:15',
      'dreiviertel acht': '07:45',
      'fünf vor halb acht abends': '19:25',
      'neunzehn Uhr dreißig': '19:30',
      morgens: 'MO',
    },
    'AMAZON.DURATION': { 'anderthalb Stunden': 'PT1H30M', 'eine Viertelstunde': 'PT15M', 'zwei Tage': 'P2D' },
    'AMAZON.NUMBER': { einundzwanzig: '21', zweihundertsechsundfünfzig: '256', zwölf: '12', '1.234': '1234' },
  },
  'fr-FR': {
    'AMAZON.DATE': {
      'après-demain': '2026-11-30',
      'le trois mars': '2027-03-03',
      'la semaine dernière': '2026-W47',
      "aujourd'hui": '2026-11-28',
    },
    'AMAZON.TIME': {
      'huit heures moins le quart': '07:45',
      'sept heures et demie du soir': '19:30',
      '20h15': '20:15',
      midi: '12:00',
    },
    'AMAZON.DURATION': { 'une heure et demie': 'PT1H30M', "un quart d'heure": 'PT15M', 'quinze jours': 'P15D' },
    'AMAZON.NUMBER': { 'quatre-vingt-dix-sept': '97', 'deux cent trois': '203', 'septante-deux': '72' },
  },
  'es-ES': {
    'AMAZON.DATE': { 'pasado mañana': '2026-11-30', 'el próximo mes': '2026-12', 'dentro de tres días': '2026-12-01' },
    'AMAZON.TIME': { 'las ocho menos cuarto': '07:45', 'las siete y media de la tarde': '19:30', mediodía: '12:00' },
    'AMAZON.DURATION': { 'hora y media': 'PT1H30M', 'media hora': 'PT30M' },
    'AMAZON.NUMBER': { 'treinta y uno': '31', 'mil quinientos veintitrés': '1523' },
    'AMAZON.Ordinal': { cuarto: '4' },
  },
  'it-IT': {
    'AMAZON.DATE': { dopodomani: '2026-11-30', 'il mese scorso': '2026-10', 'tre giorni fa': '2026-11-25' },
    'AMAZON.TIME': { 'alle otto meno un quarto': '07:45', 'le sette e mezza di sera': '19:30', mezzanotte: '00:00' },
    'AMAZON.DURATION': { "un'ora e mezza": 'PT1H30M', "mezz'ora": 'PT30M' },
    'AMAZON.NUMBER': { ventuno: '21', duecentocinquantasei: '256' },
  },
  'pt-BR': {
    'AMAZON.DATE': { 'depois de amanhã': '2026-11-30', 'segunda-feira': '2026-11-30', 'há dois dias': '2026-11-26' },
    'AMAZON.TIME': { 'dez para as sete': '06:50', 'sete e meia da noite': '19:30', 'meio-dia': '12:00' },
    'AMAZON.DURATION': { 'uma hora e meia': 'PT1H30M', 'meia hora': 'PT30M' },
    'AMAZON.NUMBER': { dezesseis: '16', 'vinte e um': '21', 'mil e cem': '1100' },
    'AMAZON.PhoneNumber': { 'nove oito sete seis meia cinco': '987665' },
  },
  'nl-NL': {
    'AMAZON.DATE': { overmorgen: '2026-11-30', 'aanstaande vrijdag': '2026-12-04', 'drie dagen geleden': '2026-11-25' },
    'AMAZON.TIME': {
      'half acht': '07:30',
      'kwart voor acht': '07:45',
      'vijf over half acht': '07:35',
      '’s avonds': 'EV',
    },
    'AMAZON.DURATION': { 'anderhalf uur': 'PT1H30M', 'een kwartier': 'PT15M' },
    'AMAZON.NUMBER': { eenentwintig: '21', driehonderdvijf: '305' },
  },
  'hi-IN': {
    'AMAZON.DATE': { कल: '2026-11-29', परसों: '2026-11-30', 'अगले हफ्ते': '2026-W49', 'दो दिन पहले': '2026-11-26' },
    'AMAZON.TIME': { 'साढ़े सात बजे': '07:30', 'सवा आठ बजे': '08:15', 'पौने आठ बजे': '07:45', 'शाम सात बजे': '19:00' },
    'AMAZON.DURATION': { 'डेढ़ घंटे': 'PT1H30M', 'ढाई घंटे': 'PT2H30M' },
    'AMAZON.NUMBER': { इक्कीस: '21', 'एक सौ पाँच': '105', 'दो लाख': '200000' },
  },
  'ja-JP': {
    'AMAZON.DATE': {
      明後日: '2026-11-30',
      来月: '2026-12',
      十二月三日: '2026-12-03',
      三日前: '2026-11-25',
      '2027年3月7日': '2027-03-07',
    },
    'AMAZON.TIME': { 七時半: '07:30', 午後九時十五分: '21:15', 八時十五分前: '07:45', 正午: '12:00' },
    'AMAZON.DURATION': { 一時間半: 'PT1H30M', 三週間: 'P3W' },
    'AMAZON.NUMBER': { 二十一: '21', 三千五百: '3500', 一万二千: '12000' },
  },
  'ar-SA': {
    'AMAZON.DATE': { 'بعد غد': '2026-11-30', 'الأسبوع القادم': '2026-W49', 'قبل ثلاثة أيام': '2026-11-25' },
    'AMAZON.TIME': { 'السابعة والنصف': '07:30', 'الثامنة إلا ربعا مساء': '19:45', الظهر: '12:00' },
    'AMAZON.DURATION': { 'ساعة ونصف': 'PT1H30M', 'ساعتين وعشر دقائق': 'PT2H10M', أسبوعين: 'P2W' },
    'AMAZON.NUMBER': { 'واحد وعشرون': '21', 'مائة وخمسة': '105', '٤٢': '42' },
  },
}

const today = dayNumber(2026, 11, 28)

async function spokenValue(locale: string, type: string, phrase: string): Promise<string | undefined> {
  const spoken = await language(locale)
  if (spoken === undefined) throw new Error(`No language for ${locale}`)
  const tokens = spoken.tokenizer.tokens(spoken.tokenizer.text(phrase))
  const context = { today, dateOrder: spoken.dateOrder, nameOf: (part: string, value: number) => `${part} ${value}` }
  return createTypedValues(tokens, spoken, context).of(type, 0, tokens.length)
}

describe.each(Object.keys(phrases))('in %s', (locale) => {
  describe.each(Object.keys(phrases[locale] ?? {}))('%s', (type) => {
    it.each(Object.entries(phrases[locale]?.[type] ?? {}))('"%s" is %s', async (phrase, value) => {
      expect(await spokenValue(locale, type, phrase)).toBe(value)
    })
  })
})

describe('a word for two days', () => {
  it('is in the past if the sentence is in the past', async () => {
    const spoken = await language('hi-IN')
    if (spoken === undefined) throw new Error('No Hindi')
    const tokens = spoken.tokenizer.tokens('कल क्या किया था')
    const context = { today, dateOrder: spoken.dateOrder, nameOf: () => '' }
    expect(createTypedValues(tokens, spoken, context).of('AMAZON.DATE', 0, 1)).toBe('2026-11-27')
  })
})

it('supports only languages that Alexa supports', async () => {
  expect(await language('sv-SE')).toBeUndefined()
})
