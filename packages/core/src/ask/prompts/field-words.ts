import { own } from '../../base/own.js'
import { fields, type ProfileField } from '../../fields/fields.js'
import type { FieldWords } from '../../fields/words.js'
import type { PromptWords } from './language.js'

/** The words for a field in a locale: those of its region, else of its language, else English. */
export function wordsOf(field: ProfileField, locale: string): string {
  const words: FieldWords = fields[field].words
  return String(own(words, locale) ?? own(words, locale.slice(0, 2)) ?? words.en)
}

/**
 * Lists the fields after a preposition: `de votre prénom et de votre adresse`, for languages that repeat the
 * preposition.
 */
export function fieldsAfter(preposition: string): (words: PromptWords) => string {
  return ({ fields, join, locale }) => join(fields.map((field) => `${preposition} ${wordsOf(field, locale)}`))
}

/** Where in the Alexa app the customer can add the missing data, in the language's words for the two places. */
export function fillInPlace(
  { fillInAt, join }: PromptWords,
  { profile, device }: Readonly<Record<'profile' | 'device', string>>,
): string {
  if (fillInAt === 'both') return join([profile, device])
  return fillInAt === 'device' ? device : profile
}
