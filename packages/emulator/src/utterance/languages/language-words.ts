import type { PartOfDay, Role, seasons, Unit } from './roles.js'

/** Phrases, separated by commas. */
export type Phrases = string

/** Roles for which a language lists phrases. The others come from numbers, `Intl` and the lists below. */
export type WordRole = Exclude<
  Role,
  | 'number'
  | 'multiplier'
  | 'ordinal'
  | 'digits'
  | 'unit'
  | 'day'
  | 'weekday'
  | 'month'
  | 'season'
  | 'part-of-day'
  | 'year'
>

/** Everything that differs between languages. Each language has one file in `languages/`. */
export interface LanguageWords {
  /** Returns the words of a number from 0 to 99. */
  readonly cardinal: (value: number) => string
  /** Returns the words of an ordinal from 1 to 31. */
  readonly ordinal: (value: number) => string
  /** More words for numbers, by value. */
  readonly numbers: Readonly<Record<string, Phrases>>
  /** More words for ordinals, by value. */
  readonly ordinals?: Readonly<Record<string, Phrases>>
  /** Words that multiply the number before them, by value. */
  readonly multipliers: Readonly<Record<string, Phrases>>
  readonly roles: Readonly<Partial<Record<WordRole, Phrases>>>
  readonly units: Readonly<Partial<Record<Unit, Phrases>>>
  readonly partsOfDay: Readonly<Partial<Record<PartOfDay, Phrases>>>
  /** Words for days, by their distance from today. A word for two days (Hindi) is listed for both. */
  readonly days: Readonly<Record<string, Phrases>>
  /** Words for the week, month or year after next. */
  readonly afterNext?: Phrases
  readonly seasons: Readonly<Record<(typeof seasons)[number], Phrases>>
  /** Spellings that `Intl` does not have, by weekday (Monday is 1). */
  readonly weekdays?: Readonly<Record<string, Phrases>>
  /** Spellings that `Intl` does not have, by month. */
  readonly months?: Readonly<Record<string, Phrases>>
  /** Words that stand for half an hour, a quarter of an hour and three quarters of an hour. */
  readonly hourParts?: Readonly<Partial<Record<'half' | 'quarter' | 'three-quarters', Phrases>>>
  /** The order of day and month in digits. Default: `day-month`. */
  readonly dateOrder?: 'day-month' | 'month-day'
  /** Words that mean two of a unit. */
  readonly twoUnits?: Readonly<Partial<Record<Unit, Phrases>>>
  /** The decimal separator. */
  readonly decimal: '.' | ','
  /** How a written word is split: into the parts of a compound, or into prefixes and the rest. */
  readonly split?: 'compounds' | 'prefixes'
  readonly prefixes?: Phrases
  /** How apostrophes are read. With `join`, "what's" is one word. With `split`, "l'artiste" is two words. */
  readonly apostrophe: 'join' | 'split'
  /** Whether sentences are written without spaces. */
  readonly spaceless?: boolean
  /** Letters that have another spelling, such as `ae` for `ä`. */
  readonly folds?: Readonly<Record<string, string>>
  /** Other forms of the same words, each as `whats = what is`. */
  readonly contractions?: Phrases
  /** Words that say little about what the customer wants. */
  readonly stopwords: Phrases
  /** Phrases before or after a request that do not change it. */
  readonly polite: Phrases
  /** Verb forms that put a day in the past. Only for languages with one word for two days. */
  readonly pastHints?: Phrases
  /** Phrases with `{name}` that open a skill. */
  readonly launch: Phrases
  /** Phrases with `{name}` and `{request}` that open a skill with a request. */
  readonly ask: Phrases
  /** What customers say for built-in intents, by the part of the name between `AMAZON.` and `Intent`. */
  readonly builtIns: Readonly<Record<string, Phrases>>
}
