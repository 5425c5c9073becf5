import type { LanguageWords, Phrases, WordRole } from './languages/language-words.js'
import { type Item, type PartOfDay, partsOfDay, type Role, seasons, type Unit, units } from './languages/roles.js'
import type { Tokenizer } from './tokens.js'

export interface Entry {
  readonly words: readonly string[]
  readonly items: readonly Item[]
}

/** What the words of one language mean in dates, times, durations and numbers. */
export interface Lexicon {
  /** Returns the phrases that begin at a place among words, longest first. */
  readonly at: (words: readonly string[], place: number) => readonly Entry[]
  /** Splits a written word into known words: the parts of a compound, or prefixes and the rest. */
  readonly parts: (word: string) => readonly string[]
}

export function createLexicon(language: LanguageWords, locale: string, tokenizer: Tokenizer): Lexicon {
  const byFirst = new Map<string, Entry[]>()
  const numberWords = new Set<string>()
  const vocabulary = new Set<string>()
  const prefixes = list(language.prefixes ?? '').map((prefix) => tokenizer.words(prefix).join(''))
  const split = splitterOf(language.split, { numberWords, vocabulary, prefixes })

  function add(phrase: string, ...items: readonly Item[]): void {
    const words = tokenizer.words(phrase).flatMap(split)
    const [first] = words
    if (first === undefined) return
    const entries = byFirst.get(first) ?? []
    if (entries.some((entry) => sameEntry(entry, words, items))) return
    entries.push({ words, items })
    byFirst.set(first, entries)
    for (const word of words) vocabulary.add(word)
    if (items.some(({ role }) => role === 'number' || role === 'multiplier'))
      for (const word of words) numberWords.add(word)
  }
  const addAll = (phrases: Phrases | undefined, ...items: readonly Item[]) => {
    for (const phrase of list(phrases ?? '')) add(phrase, ...items)
  }
  const addTable = (table: Readonly<Record<string, Phrases>> | undefined, role: Role) => {
    for (const [value, phrases] of Object.entries(table ?? {})) addAll(phrases, item(role, Number(value)))
  }

  addTable(language.multipliers, 'multiplier')
  addTable(language.numbers, 'number')
  for (const [role, phrases] of Object.entries(language.roles) as [WordRole, Phrases][]) addAll(phrases, item(role))
  addTable(language.days, 'day')
  for (const [unit, phrases] of Object.entries(language.units) as [Unit, Phrases][])
    addAll(phrases, item('unit', units.indexOf(unit)))
  for (const [part, phrases] of Object.entries(language.partsOfDay) as [PartOfDay, Phrases][])
    addAll(phrases, item('part-of-day', partsOfDay.indexOf(part)))
  for (const season of seasons) addAll(language.seasons[season], item('season', seasons.indexOf(season)))
  addAll(language.afterNext, item('next', 2))
  for (const [part, phrases] of Object.entries(language.hourParts ?? {}))
    addAll(phrases, item(part as Role), item('unit', units.indexOf('hour')))
  for (const [unit, phrases] of Object.entries(language.twoUnits ?? {}) as [Unit, Phrases][])
    addAll(phrases, item('number', 2), item('unit', units.indexOf(unit)))
  for (let value = 0; value < 100; value++) add(language.cardinal(value), item('number', value))
  for (let value = 1; value < 32; value++) add(language.ordinal(value), item('ordinal', value))
  addTable(language.ordinals, 'ordinal')
  for (const [name, value] of calendarNames(locale, 'weekday')) add(name, item('weekday', value))
  addTable(language.weekdays, 'weekday')
  for (const [name, value] of calendarNames(locale, 'month')) add(name, item('month', value))
  addTable(language.months, 'month')

  for (const entries of byFirst.values()) entries.sort((one, other) => other.words.length - one.words.length)
  return {
    at: (words, place) =>
      (byFirst.get(words[place] ?? '') ?? []).filter((entry) =>
        entry.words.every((word, index) => words[place + index] === word),
      ),
    parts: split,
  }
}

export function list(phrases: Phrases): readonly string[] {
  return phrases
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}

function item(role: Role, value = role === 'article' ? 1 : role === 'next' ? 1 : 0): Item {
  return { role, value }
}

function sameEntry({ words, items }: Entry, otherWords: readonly string[], otherItems: readonly Item[]): boolean {
  const isSame = ({ role, value }: Item, index: number) =>
    role === otherItems[index]?.role && value === otherItems[index]?.value
  return words.join(' ') === otherWords.join(' ') && items.length === otherItems.length && items.every(isSame)
}

/** Returns the names of weekdays or months, long and short, as in a sentence and as in a calendar. */
function calendarNames(locale: string, part: 'weekday' | 'month'): readonly (readonly [string, number])[] {
  const contexts = part === 'month' ? [{}, { day: 'numeric' } as const] : [{}]
  const lengths = ['long', 'short'] as const
  return contexts.flatMap((context) =>
    lengths.flatMap((length) => {
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...context, [part]: length, timeZone: 'UTC' })
      return Array.from({ length: part === 'month' ? 12 : 7 }, (_, index) => {
        // 1 January 2024 is a Monday.
        const date = part === 'month' ? Date.UTC(2024, index, 1) : Date.UTC(2024, 0, 1 + index)
        const name = format.formatToParts(date).find(({ type }) => type === part)?.value ?? ''
        return [name, index + 1] as const
      })
    }),
  )
}

interface Known {
  readonly numberWords: ReadonlySet<string>
  readonly vocabulary: ReadonlySet<string>
  readonly prefixes: readonly string[]
}

function splitterOf(kind: LanguageWords['split'], { numberWords, vocabulary, prefixes }: Known) {
  if (kind === undefined) return (word: string) => [word]
  const compound = (word: string): readonly string[] | undefined => {
    if (word === '') return []
    for (let length = word.length; length > 1; length--) {
      const part = word.slice(0, length)
      if (!numberWords.has(part) && !prefixes.includes(part)) continue
      const rest = compound(word.slice(length))
      if (rest !== undefined) return [part, ...rest]
    }
    return undefined
  }
  const prefixed = (word: string): readonly string[] | undefined => {
    if (vocabulary.has(word) || /^\d/.test(word)) return [word]
    const prefix = prefixes.find((candidate) => word.length > candidate.length + 1 && word.startsWith(candidate))
    const rest = prefix === undefined ? undefined : prefixed(word.slice(prefix.length))
    return prefix === undefined || rest === undefined ? undefined : [prefix, ...rest]
  }
  const parts = kind === 'compounds' ? compound : prefixed
  return (word: string) => (vocabulary.has(word) ? [word] : (parts(word) ?? [word]))
}
