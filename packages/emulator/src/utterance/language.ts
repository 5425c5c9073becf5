import type { LanguageWords } from './languages/language-words.js'
import { languageWords } from './languages.js'
import { createLexicon, type Lexicon, list } from './lexicon.js'
import { createTokenizer, type Tokenizer } from './tokens.js'

/** A language as it is spoken in one locale. */
export interface Language {
  readonly locale: string
  readonly words: LanguageWords
  readonly tokenizer: Tokenizer
  readonly lexicon: Lexicon
  readonly stopwords: ReadonlySet<string>
  /** Phrases that are said before or after a request, longest first. */
  readonly polite: readonly (readonly string[])[]
  /** Words that are only polite in any place. */
  readonly politeWords: ReadonlySet<string>
  readonly dateOrder: 'day-month' | 'month-day'
}

/** The locales in which 4/7 is the seventh of April. */
const monthFirst = new Set(['en-CA', 'en-US', 'es-US'])

const loaded = new Map<string, Promise<Language | undefined>>()

/** Loads a language when it is first used. Returns undefined for a locale whose language Alexa does not support. */
export function language(locale: string): Promise<Language | undefined> {
  const known = loaded.get(locale)
  if (known !== undefined) return known
  const loading = languageWords(locale).then((words) => words && createLanguage(locale, words))
  loaded.set(locale, loading)
  return loading
}

function createLanguage(locale: string, words: LanguageWords): Language {
  const tokenizer = createTokenizer(words)
  const wordLists = (phrases: string) => list(phrases).map(tokenizer.words)
  const polite = wordLists(words.polite).toSorted((one, other) => other.length - one.length)
  return {
    locale,
    words,
    tokenizer,
    lexicon: createLexicon(words, locale, tokenizer),
    stopwords: new Set(wordLists(words.stopwords).flat()),
    polite,
    politeWords: new Set(polite.filter(({ length }) => length === 1).flat()),
    dateOrder: words.dateOrder ?? (monthFirst.has(locale) ? 'month-day' : 'day-month'),
  }
}
