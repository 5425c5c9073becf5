import { fields, type ProfileField } from '../../fields/fields.js'
import type { FieldWords, GenderedWords } from '../../fields/words.js'

/** How a language, or a region of it, says a field. */
export function wordsOf<Tag extends keyof FieldWords>(field: ProfileField, tag: Tag): FieldWords[Tag] {
  const words: FieldWords = fields[field].words
  return words[tag]
}

/** Whether the nouns of all these fields are feminine, so that a plural pronoun is. */
export function areFeminine(words: readonly GenderedWords[]): boolean {
  return words.every(({ gender }) => gender === 'f')
}
