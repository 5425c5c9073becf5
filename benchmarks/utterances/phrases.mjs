import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const locales = {
  Arabic: 'ar-SA',
  Dutch: 'nl-NL',
  English: 'en-US',
  French: 'fr-FR',
  German: 'de-DE',
  Hindi: 'hi-IN',
  Italian: 'it-IT',
  Japanese: 'ja-JP',
  Portuguese: 'pt-BR',
  Spanish: 'es-ES',
}

const kinds = {
  DateParser: { type: 'AMAZON.DATE', expected: ({ Value }) => Value.FutureResolution?.date },
  TimeParser: {
    type: 'AMAZON.TIME',
    expected: ({ Value }) => Value.Timex.replace(/^T(\d\d)(:\d\d)?.*/, (_, hour, minutes) => hour + (minutes ?? ':00')),
  },
  DurationParser: { type: 'AMAZON.DURATION', expected: ({ Value }) => comparable(Value.Timex), comparable },
  NumberModel: {
    type: 'AMAZON.NUMBER',
    expected: ({ Resolution }) => Resolution?.value?.replace(',', '.'),
    isSame: isSameNumber,
  },
}

/**
 * Counts the phrases of Microsoft's Recognizers-Text that get the same value, by kind. Impossible dates are left out.
 */
export async function measurePhrases(folder, { createTypedValues, dayNumber, language }) {
  const results = {}
  for (const [kind, { type, expected, comparable: form = (value) => value, isSame = Object.is }] of Object.entries(
    kinds,
  )) {
    const counts = { right: 0, of: 0, wholeRight: 0, whole: 0 }
    for (const [name, locale] of Object.entries(locales)) {
      const file = readdirSync(folder).find(
        (candidate) => candidate.includes(`_${name}_`) && candidate.includes(`_${kind}.`),
      )
      if (file === undefined || !existsSync(join(folder, file))) continue
      const spoken = await language(locale)
      for (const { Context, Results = [] } of JSON.parse(
        readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, ''),
      )) {
        const day = (Context?.ReferenceDateTime ?? '2016-11-07').slice(0, 10).split('-').map(Number)
        for (const result of Results) {
          const value = expected(result)
          if (value === '0001-01-01') continue
          const tokens = spoken.tokenizer.tokens(result.Text)
          const context = {
            today: dayNumber(...day),
            dateOrder: spoken.dateOrder,
            nameOf: (part, index) => `${part} ${index}`,
          }
          const found = createTypedValues(tokens, spoken, context).of(type, 0, tokens.length)
          const isRight = found !== undefined && isSame(form(found), value)
          const isWhole = /^-?\d+$/.test(value ?? '')
          counts.of++
          if (isRight) counts.right++
          if (isWhole) counts.whole++
          if (isWhole && isRight) counts.wholeRight++
        }
      }
    }
    results[type] = counts
  }
  return results
}

/** Months and seconds: `PT1.5H` is `PT1H30M`. */
function comparable(duration) {
  const pattern =
    /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/
  const amounts = pattern
    .exec(duration ?? '')
    ?.slice(1)
    .map((amount) => Number(amount ?? 0))
  if (amounts === undefined) return duration
  const [years, months, weeks, days, hours, minutes, seconds] = amounts
  return `${years * 12 + months}/${weeks * 604_800 + days * 86_400 + hours * 3600 + minutes * 60 + seconds}`
}

function isSameNumber(found, expected) {
  return Math.abs(Number(found) - Number(expected)) <= 1e-9 * Math.abs(Number(expected))
}
