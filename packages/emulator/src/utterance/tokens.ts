import type { LanguageWords } from './languages/language-words.js'

/** A word in its normalized form, with its position in the text. */
export interface Token {
  readonly word: string
  readonly start: number
  readonly end: number
}

export interface Tokenizer {
  /** Returns the text in the form to which `start` and `end` of its tokens refer. */
  readonly text: (text: string) => string
  readonly tokens: (text: string) => readonly Token[]
  /** Returns only the words of a phrase. */
  readonly words: (text: string) => readonly string[]
}

type TokenizerWords = Pick<LanguageWords, 'apostrophe' | 'contractions' | 'folds' | 'spaceless'>

const acronym = String.raw`(?<![\p{L}\p{M}])(?:\p{L}\.\s?){2,}`
const digits = String.raw`(?:(?<![\p{L}\p{N}])[-−])?\p{Nd}+(?:[.,:\/-]\p{Nd}+)*`
const latinWord = String.raw`\p{Script=Latin}+`
const word = String.raw`[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*`
const symbol = '[%+&º°ª]'

/**
 * Splits text into words in a form that ignores letter case, accents, the Arabic forms of alef, the Hindi nukta and the
 * digits of a script, so that words that sound the same are equal. Japanese is split into characters.
 */
export function createTokenizer({ apostrophe, contractions = '', folds = {}, spaceless }: TokenizerWords): Tokenizer {
  const pattern = new RegExp(
    spaceless ? `${digits}|${latinWord}|${symbol}|[\\p{L}\\p{M}]` : `${acronym}|${digits}|${word}|${symbol}`,
    'gu',
  )
  const foldable = Object.keys(folds).length > 0 ? new RegExp(`[${Object.keys(folds).join('')}]`, 'g') : undefined
  const fold = (text: string) => {
    const lower = text.toLowerCase()
    const folded = foldable === undefined ? lower : lower.replace(foldable, (letter) => folds[letter] ?? letter)
    return plain(folded)
  }
  const expanded = new Map(
    contractions
      .split(',')
      .map((entry) => entry.split('=').map((side) => side.trim()))
      .map(([short = '', long = '']) => [fold(short), long.split(' ')]),
  )

  /** Returns the words of one written word, with the position of each. */
  function wordsOf(written: string): readonly Token[] {
    const folded = fold(written)
    const end = written.trimEnd().length
    const known = expanded.get(folded) ?? expanded.get(folded.replaceAll("'", ''))
    if (known !== undefined) return known.map((word) => ({ word, start: 0, end }))
    const cut = apostrophe === 'split' ? /'/g : /'(?=s$)/gi
    const ends = [...written.matchAll(cut)].map(({ index }) => index)
    if (ends.length === 0) return [{ word: folded.replaceAll("'", ''), start: 0, end }]
    return [...ends, end].map((at, index) => {
      const start = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1
      return { word: fold(written.slice(start, at)).replaceAll("'", ''), start, end: at }
    })
  }

  const text = (written: string) => written.normalize('NFKC').replace(/[‘’ʼ`´]/g, "'")

  function tokens(written: string): readonly Token[] {
    return [...text(written).matchAll(pattern)].flatMap(({ 0: found, index }) =>
      wordsOf(found).map(({ word, start, end }) => ({ word, start: index + start, end: index + end })),
    )
  }
  return { text, tokens, words: (written) => tokens(written).map((token) => token.word) }
}

const letters: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
  ء: '',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  'ँ': 'ं',
  '’': "'",
  '−': '-',
}
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')

/** Combining accents, Arabic vowel signs and tatweel, the Devanagari nukta, and joiners. */
const silent = /[\u0300-\u036f\u064b-\u0652\u0670\u0640\u093c\u200c\u200d]/g

function plain(text: string): string {
  const composed = text
    .replace(special, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(silent, '')
    .normalize('NFC')
    .replace(special, (letter) => letters[letter] ?? letter)
    .replace(/(?<=\p{L})\.\s?/gu, '')
  return composed.replace(/[٠-٩०-९]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (code < 0x900 ? 0x660 : 0x966))
  })
}
