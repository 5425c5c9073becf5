import type { DayNumber } from './calendar.js'
import type { DateOrder } from './date-digits.js'
import {
  dayAlone,
  dayInDigits,
  dayNamed,
  dayOfMonth,
  dayOfRelativeMonth,
  daysCounted,
  dayWithWeekday,
  monthOf,
  nthWeekday,
  periodOf,
  quarterOf,
  type SpokenDate,
  seasonOf,
  weekdayOf,
  weekdaysAhead,
  yearAlone,
} from './date-values.js'
import { type Item, type Role, units } from './languages/roles.js'

const codes: Readonly<Partial<Record<Role, string>>> = {
  ago: 'a',
  ahead: 'b',
  coming: 'c',
  day: 'd',
  digits: 'e',
  last: 'l',
  month: 'm',
  next: 'n',
  now: 'o',
  number: 'p',
  ordinal: 'q',
  season: 's',
  this: 't',
  unit: 'u',
  weekday: 'w',
  year: 'y',
}

/** Words that join others and do not change the meaning. */
const silent: ReadonlySet<Role> = new Set<Role>(['noise', 'and', 'article'])

/**
 * Returns Alexa's value of a date: `2026-12-24`, `2026-W49`, `2026-W49-WE`, `2026-12`, `2026`, `202X`, `2026-WI`,
 * `2026-Q1`, `PRESENT_REF`. A date without a year is the next such date, possibly today. Undefined if the words are not
 * a date.
 *
 * The order of the words hardly matters, because languages differ in their order but not in the meaning.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/slot-type-reference.html#date (read 2026-11-28)
 */
export function dateOf(items: readonly Item[], today: DayNumber, order: DateOrder): string | undefined {
  const parts: Part[] = []
  for (const { role, value, text } of joinSuffixes(items)) {
    if (silent.has(role)) continue
    const code = codes[role]
    if (code === undefined) return undefined
    parts.push({ code, value, text })
  }
  if (parts.length === 0 || parts.length > 7) return undefined
  const year = yearAmong(parts)
  const rest = parts.filter((part) => !year?.parts.includes(part))
  const spoken = spokenDate(rest, year?.value, today, order)
  const kinds = rest.filter(({ code }) => !/[clnt]/.test(code)).map(({ code }) => code)
  const signature = kinds.toSorted().join('')
  for (const [pattern, value] of table) {
    const found = pattern.test(signature) ? value(spoken) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function spokenDate(parts: readonly Part[], year: number | undefined, today: DayNumber, order: DateOrder): SpokenDate {
  const all = (code: string) => parts.filter((part) => part.code === code).map(({ value }) => value)
  const has = (code: string) => all(code).length > 0
  return {
    today,
    order,
    distance: all('n')[0] ?? (has('l') ? -1 : has('c') ? 1 : has('t') ? 0 : undefined),
    isComing: has('c'),
    year,
    numbers: all('p'),
    ordinals: all('q'),
    units: all('u').flatMap((index) => units[index] ?? []),
    month: all('m')[0] ?? 0,
    weekday: all('w')[0] ?? 0,
    day: all('d')[0] ?? 0,
    season: all('s')[0] ?? 0,
    digits: parts.find(({ code }) => code === 'e')?.text ?? '',
    isAgo: has('a'),
    countsWeekdays: parts.some(({ code }, index) => code === 'q' && parts[index + 1]?.code === 'w'),
  }
}

interface Part {
  readonly code: string
  readonly value: number
  readonly text: string | undefined
}

const suffixes: Readonly<Partial<Record<Role, Role>>> = {
  'ordinal-suffix': 'ordinal',
  'day-suffix': 'ordinal',
  'month-suffix': 'month',
  'year-suffix': 'year',
}

/**
 * Joins a number with the suffix that makes it a day, month or year: "3日", "22nd", "3月", "2026年". An article before a
 * unit counts as 1.
 */
function joinSuffixes(items: readonly Item[]): readonly Item[] {
  const joined: Item[] = []
  for (const [index, item] of items.entries()) {
    const before = joined.at(-1)
    const isNumber = before?.role === 'number'
    const role = suffixes[item.role]
    if (role !== undefined && isNumber) joined.splice(-1, 1, { role, value: before.value })
    else if (item.role === 'article' && items[index + 1]?.role === 'unit') joined.push({ role: 'number', value: 1 })
    else joined.push(item)
  }
  return joined
}

/** Finds a number that can only be a year, or the two halves of a year: "nineteen seventy eight". */
function yearAmong(parts: readonly Part[]): { value: number; parts: readonly Part[] } | undefined {
  const marked = parts.find(({ code }) => code === 'y')
  if (marked !== undefined) return { value: marked.value, parts: [marked] }
  const written = parts.find(({ code, value }) => code === 'p' && value >= 1000 && value <= 2999)
  if (written !== undefined) return { value: written.value, parts: [written] }
  const at = parts.findIndex(({ code, value }, index) => {
    const next = parts[index + 1]
    return code === 'p' && next?.code === 'p' && value >= 10 && value <= 29 && next.value < 100 && next.value >= 0
  })
  const halves = parts.slice(at, at + 2)
  if (at !== -1 && halves.every(({ value }) => value >= 10)) return year(halves)
  if (at !== -1 && parts.some(({ code }) => code === 'm') && parts.filter(({ code }) => code === 'p').length > 2)
    return year(halves)
  return undefined
}

function year(halves: readonly Part[]) {
  const [century, rest] = halves
  return { value: (century?.value ?? 0) * 100 + (rest?.value ?? 0), parts: halves }
}

type Value = (spoken: SpokenDate) => string | undefined

/**
 * The kinds of words that occur together, in alphabetical order of their codes and without "next", "last" and "this",
 * each with the function for their value. The first row that returns a value wins.
 */
const table: readonly (readonly [RegExp, Value])[] = [
  [/^o$/, withoutDistance(() => 'PRESENT_REF')],
  [/^d[wq]?$/, withoutDistance(dayNamed)],
  [/^ew?$/, withoutDistance(dayInDigits)],
  [/^([ab]d?|d)p+u+$/, withoutDistance(daysCounted)],
  [/^bo?pw$/, weekdaysAhead],
  [/^u?w$/, weekdayOf],
  [/^[pq]?u$/, quarterOf],
  [/^u$/, periodOf],
  [/^[pq]u$/, dayOfRelativeMonth],
  [/^$/, withoutDistance(yearAlone)],
  [/^mu?$/, monthOf],
  [/^m?qu?w$/, nthWeekday],
  [/^m(p|pp|pq|q)w?$/, dayOfMonth],
  [/^[pq]w$/, withoutDistance(dayWithWeekday)],
  [/^[pq]$/, withoutDistance(dayAlone)],
  [/^su?$/, seasonOf],
]

/** For rows in which "next" and "last" have no meaning. */
function withoutDistance(value: Value): Value {
  return (spoken) => (spoken.distance === undefined ? value(spoken) : undefined)
}
