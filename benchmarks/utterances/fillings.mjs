/**
 * What customers say for slots, by language: words, and the value that Alexa makes of them. Dates are said on Saturday,
 * 28 November 2026. Lists accept any short phrase, so their words are their values.
 */
const words = (...spoken) => spoken.map((phrase) => [phrase, phrase])

export const fillings = {
  en: {
    'AMAZON.DATE': [
      ['tomorrow', '2026-11-29'],
      ['next week', '2026-W49'],
      ['december third', '2026-12-03'],
      ['friday', '2026-12-04'],
    ],
    'AMAZON.TIME': [
      ['half past seven', '07:30'],
      ['five pm', '17:00'],
      ['eight fifteen', '08:15'],
    ],
    'AMAZON.DURATION': [
      ['ten minutes', 'PT10M'],
      ['two hours', 'PT2H'],
      ['three days', 'P3D'],
    ],
    'AMAZON.NUMBER': [
      ['five', '5'],
      ['twenty one', '21'],
      ['12', '12'],
      ['three', '3'],
    ],
    'AMAZON.FOUR_DIGIT_NUMBER': [
      ['nineteen eighty four', '1984'],
      ['2026', '2026'],
    ],
    'AMAZON.PhoneNumber': [['555 123 4567', '5551234567']],
    'AMAZON.FirstName': words('Anna', 'Peter'),
    'AMAZON.City': words('London', 'New York'),
    'AMAZON.Country': words('France'),
    'AMAZON.Animal': words('dog', 'cat'),
    'AMAZON.SearchQuery': words('the meeting with my sister', 'garden party'),
  },
  de: {
    'AMAZON.DATE': [
      ['morgen', '2026-11-29'],
      ['nächste Woche', '2026-W49'],
      ['dritten Dezember', '2026-12-03'],
      ['Freitag', '2026-12-04'],
    ],
    'AMAZON.TIME': [
      ['halb acht', '07:30'],
      ['siebzehn Uhr', '17:00'],
    ],
    'AMAZON.DURATION': [
      ['zehn Minuten', 'PT10M'],
      ['zwei Stunden', 'PT2H'],
      ['drei Tage', 'P3D'],
    ],
    'AMAZON.NUMBER': [
      ['fünf', '5'],
      ['einundzwanzig', '21'],
      ['12', '12'],
      ['drei', '3'],
    ],
    'AMAZON.FOUR_DIGIT_NUMBER': [
      ['zweitausendsechsundzwanzig', '2026'],
      ['1984', '1984'],
    ],
    'AMAZON.FirstName': words('Anna', 'Peter'),
    'AMAZON.City': words('Hamburg', 'München'),
    'AMAZON.SearchQuery': words('Treffen mit meiner Schwester', 'Gartenparty'),
  },
  fr: {
    'AMAZON.DATE': [
      ['demain', '2026-11-29'],
      ['la semaine prochaine', '2026-W49'],
      ['trois décembre', '2026-12-03'],
      ['vendredi', '2026-12-04'],
    ],
    'AMAZON.TIME': [
      ['sept heures et demie', '07:30'],
      ['dix-sept heures', '17:00'],
    ],
    'AMAZON.DURATION': [
      ['dix minutes', 'PT10M'],
      ['deux heures', 'PT2H'],
      ['trois jours', 'P3D'],
    ],
    'AMAZON.NUMBER': [
      ['cinq', '5'],
      ['vingt et un', '21'],
      ['12', '12'],
      ['trois', '3'],
    ],
    'AMAZON.FirstName': words('Anne', 'Pierre'),
    'AMAZON.City': words('Lyon', 'Marseille'),
    'AMAZON.Country': words('Belgique'),
    'AMAZON.SearchQuery': words('place de la Bourse', 'gare Saint-Jean'),
  },
  es: {
    'AMAZON.DATE': [
      ['mañana', '2026-11-29'],
      ['próxima semana', '2026-W49'],
      ['tres de diciembre', '2026-12-03'],
      ['viernes', '2026-12-04'],
    ],
    'AMAZON.TIME': [
      ['siete y media', '07:30'],
      ['cinco de la tarde', '17:00'],
    ],
    'AMAZON.DURATION': [
      ['diez minutos', 'PT10M'],
      ['dos horas', 'PT2H'],
      ['tres días', 'P3D'],
    ],
    'AMAZON.NUMBER': [
      ['cinco', '5'],
      ['veintiuno', '21'],
      ['12', '12'],
      ['tres', '3'],
    ],
    'AMAZON.FOUR_DIGIT_NUMBER': [
      ['mil novecientos ochenta y cuatro', '1984'],
      ['2026', '2026'],
    ],
    'AMAZON.FirstName': words('Ana', 'Pedro'),
    'AMAZON.SearchQuery': words('comprar flores', 'llamar a mi madre'),
  },
  it: {
    'AMAZON.DATE': [
      ['domani', '2026-11-29'],
      ['la settimana prossima', '2026-W49'],
      ['tre dicembre', '2026-12-03'],
    ],
    'AMAZON.TIME': [
      ['sette e mezza', '07:30'],
      ['cinque di pomeriggio', '17:00'],
    ],
    'AMAZON.NUMBER': [
      ['cinque', '5'],
      ['ventuno', '21'],
      ['12', '12'],
    ],
    'AMAZON.Artist': words('Lucio Battisti', 'Mina'),
    'AMAZON.MusicRecording': words('Volare', 'Azzurro'),
    'AMAZON.MusicAlbum': words('Anima latina', 'Abbey Road'),
    'AMAZON.Genre': words('jazz', 'rock'),
    'AMAZON.SearchQuery': words('comprare fiori', 'festa in giardino'),
  },
  pt: {
    'AMAZON.DATE': [
      ['amanhã', '2026-11-29'],
      ['próxima semana', '2026-W49'],
      ['três de dezembro', '2026-12-03'],
      ['sexta-feira', '2026-12-04'],
    ],
    'AMAZON.TIME': [
      ['sete e meia', '07:30'],
      ['cinco da tarde', '17:00'],
    ],
    'AMAZON.DURATION': [
      ['dez minutos', 'PT10M'],
      ['duas horas', 'PT2H'],
      ['meia hora', 'PT30M'],
    ],
    'AMAZON.NUMBER': [
      ['cinco', '5'],
      ['vinte e um', '21'],
      ['12', '12'],
      ['três', '3'],
    ],
    'AMAZON.PhoneNumber': [['11 98765 4321', '11987654321']],
    'AMAZON.FirstName': words('Ana', 'Pedro'),
    'AMAZON.SearchQuery': words('Maria Clara', 'dipirona'),
  },
  nl: {
    'AMAZON.DATE': [
      ['morgen', '2026-11-29'],
      ['volgende week', '2026-W49'],
      ['drie december', '2026-12-03'],
    ],
    'AMAZON.TIME': [
      ['half acht', '07:30'],
      ['vijf uur', '05:00'],
    ],
    'AMAZON.NUMBER': [
      ['vijf', '5'],
      ['eenentwintig', '21'],
      ['12', '12'],
    ],
    'AMAZON.Artist': words('Marco Borsato', 'Anouk'),
    'AMAZON.MusicRecording': words('Dromen zijn bedrog', 'Nobody Home'),
    'AMAZON.MusicAlbum': words('De bestemming', 'Abbey Road'),
    'AMAZON.Genre': words('jazz', 'rock'),
    'AMAZON.SearchQuery': words('bloemen kopen', 'feest in de tuin'),
  },
  hi: {
    'AMAZON.DATE': [
      ['कल', '2026-11-29'],
      ['अगले हफ्ते', '2026-W49'],
      ['तीन दिसंबर', '2026-12-03'],
    ],
    'AMAZON.TIME': [
      ['साढ़े सात बजे', '07:30'],
      ['शाम पाँच बजे', '17:00'],
    ],
    'AMAZON.NUMBER': [
      ['पाँच', '5'],
      ['इक्कीस', '21'],
      ['12', '12'],
    ],
    'AMAZON.Artist': words('लता मंगेशकर', 'किशोर'),
    'AMAZON.MusicRecording': words('शोले', 'दिल'),
    'AMAZON.MusicAlbum': words('दिलवाले', 'रॉकस्टार'),
    'AMAZON.Genre': words('जैज़', 'रॉक'),
    'AMAZON.SearchQuery': words('फूल खरीदना', 'मेरी माँ को फोन'),
  },
  ja: {
    'AMAZON.DATE': [
      ['明日', '2026-11-29'],
      ['来週', '2026-W49'],
      ['十二月三日', '2026-12-03'],
      ['金曜日', '2026-12-04'],
    ],
    'AMAZON.TIME': [
      ['七時半', '07:30'],
      ['午後五時', '17:00'],
    ],
    'AMAZON.NUMBER': [
      ['五', '5'],
      ['二十一', '21'],
      ['12', '12'],
      ['三', '3'],
    ],
    'AMAZON.FOUR_DIGIT_NUMBER': [
      ['2026', '2026'],
      ['1984', '1984'],
    ],
    'AMAZON.SearchQuery': words('花を買う', '母に電話'),
  },
  ar: {
    'AMAZON.DATE': [
      ['غدا', '2026-11-29'],
      ['الأسبوع القادم', '2026-W49'],
      ['الجمعة', '2026-12-04'],
    ],
    'AMAZON.TIME': [
      ['السابعة والنصف', '07:30'],
      ['الخامسة مساء', '17:00'],
    ],
    'AMAZON.NUMBER': [
      ['خمسة', '5'],
      ['واحد وعشرون', '21'],
      ['12', '12'],
    ],
    'AMAZON.City': words('الرياض', 'جدة'),
    'AMAZON.Country': words('مصر', 'السعودية'),
    'AMAZON.SearchQuery': words('شراء الزهور'),
  },
}

/** Small variations of a sentence. `%` stands for the sentence. */
export const variations = {
  en: ['please %', '% please', 'could you please %', '% thank you', 'um %', 'hey can you %'],
  de: ['bitte %', '% bitte', 'kannst du bitte %', '% danke', 'ähm %', 'ach %'],
  fr: ["s'il te plaît %", "% s'il vous plaît", 'peux-tu %', '% merci', 'euh %', 'alors %'],
  es: ['por favor %', '% por favor', 'puedes %', '% gracias', 'eh %', 'oye %'],
  it: ['per favore %', '% per favore', 'puoi %', '% grazie', 'ehm %', 'allora %'],
  pt: ['por favor %', '% por favor', 'você pode %', '% obrigada', 'é %', 'olha %'],
  nl: ['alsjeblieft %', '% alsjeblieft', 'kun je %', '% bedankt', 'eh %', 'zeg %'],
  hi: ['कृपया %', '% प्लीज़', 'क्या आप %', '% धन्यवाद', 'अरे %', 'सुनो %'],
  ja: ['ねえ%', '%お願い', 'すみません%', '%ください', 'えっと%', 'あのさ%'],
  ar: ['من فضلك %', '% لو سمحت', 'هل يمكنك %', '% شكرا', 'طيب %', 'يعني %'],
}
