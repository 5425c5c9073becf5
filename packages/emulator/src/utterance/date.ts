import { addMonths, calendarDay, type DayNumber, dayNumber, isDay, isoDate, isoWeek, padded } from './calendar.js'
import { type DateOrder, digitsDay } from './date-digits.js'
import { type Item, type Role, seasons, type Unit, units } from './languages/roles.js'

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

/** Words that join the others and have no meaning of their own. */
const silent: ReadonlySet<Role> = new Set<Role>(['noise', 'and', 'article'])

/**
 * Alexa's value of a date: `2026-12-24`, `2026-W49`, `2026-W49-WE`, `2026-12`, `2026`, `202X`, `2026-WI`, `2026-Q1`,
 * `PRESENT_REF`. A date without a year is the next one, today included. Undefined if the words are not a date.
 *
 * The order of the words hardly matters: languages differ in it, and what the words mean together does not.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/slot-type-reference.html#date (read 2026-11-28)
 */
export function dateOf(items: readonly Item[], now: DayNumber, order: DateOrder): string | undefined {
  const joined = joinSuffixes(items)
  const parts: Part[] = []
  for (const { role, value, text } of joined) {
    if (silent.has(role)) continue
    const code = codes[role]
    if (code === undefined) return undefined
    parts.push({ code, value, text })
  }
  if (parts.length === 0 || parts.length > 7) return undefined
  const year = yearAmong(parts)
  const rest = year === undefined ? parts : parts.filter((part) => !year.parts.includes(part))
  const spoken: Spoken = {
    now,
    order,
    sequence: rest.map(({ code }) => code).join(''),
    year: year?.value,
    all: (code) => rest.filter((part) => part.code === code).map(({ value }) => value),
    digits: rest.find(({ code }) => code === 'e')?.text ?? '',
  }
  const signature = [...spoken.sequence].toSorted().join('')
  for (const [pattern, value] of table) {
    const found = pattern.test(signature) ? value(spoken) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

interface Part {
  readonly code: string
  readonly value: number
  readonly text: string | undefined
}

interface Spoken {
  readonly now: DayNumber
  readonly order: DateOrder
  /** The codes in the order of the words. */
  readonly sequence: string
  readonly year: number | undefined
  readonly all: (code: string) => readonly number[]
  readonly digits: string
}

/** "3日", "22nd", "3月", "2026年": a number and what makes it a day, a month or a year. An article before a unit is a one. */
function joinSuffixes(items: readonly Item[]): readonly Item[] {
  const joined: Item[] = []
  for (const [index, item] of items.entries()) {
    const before = joined.at(-1)
    const isNumber = before?.role === 'number'
    const role: Role | undefined =
      item.role === 'ordinal-suffix' || item.role === 'day-suffix'
        ? 'ordinal'
        : item.role === 'month-suffix'
          ? 'month'
          : item.role === 'year-suffix'
            ? 'year'
            : undefined
    if (role !== undefined && isNumber) joined.splice(-1, 1, { role, value: before.value })
    else if (item.role === 'article' && items[index + 1]?.role === 'unit') joined.push({ role: 'number', value: 1 })
    else joined.push(item)
  }
  return joined
}

/** A number that can only be a year, or the two halves of one: "nineteen seventy eight". */
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

type Value = (spoken: Spoken) => string | undefined

/** What kinds of words stand together, in alphabetical order of their codes, and the value that they have. */
const table: readonly (readonly [RegExp, Value])[] = [
  [/^o$/, () => 'PRESENT_REF'],
  [/^d[wq]?$/, ({ now, all }) => isoDate(now + first(all('d')))],
  [/^ew?$/, ({ digits, now, order }) => defined(digitsDay(digits, now, order), isoDate)],
  [/^[ab]d?(?:pu)+$|^[ab]d?p+u+$|^(?:dp+u+)$/, ({ all, sequence, now }) => counted(all, sequence, now)],
  [
    /^[bnc]p?o?pw$|^b?opw$/,
    ({ all, now }) =>
      first(all('p')) > 9 ? undefined : isoDate(coming(now + 1, first(all('w'))) + 7 * (first(all('p')) - 1)),
  ],
  [/^[clnt]?w$/, weekdayOf],
  [/^[clnt]u+w$/, weekdayOf],
  [/^[clnt]u$/, period],
  [
    /^u$/,
    (spoken) =>
      unitOf(spoken) === 'weekend'
        ? period({ ...spoken, all: (code) => (code === 't' ? [0] : spoken.all(code)) })
        : spoken.year !== undefined && unitOf(spoken) === 'year'
          ? padded(spoken.year, 4)
          : quarterOf(spoken),
  ],
  [/^[pq]u$/, quarterOf],
  [/^$/, ({ year: value }) => (value === undefined ? undefined : padded(value, 4))],
  [/^m[clnt]?u?$|^lmu?$|^clm$|^clmu$/, monthOf],
  [/^[clnt]m?u?$|^[cl]m$/, monthOf],
  [/^[clnt]?mn?[pq]w?$|^m[pq]p?w?$|^mpq?w?$/, dayOfMonth],
  [/^[clnt]?m?n?qt?u?w$/, nthWeekday],
  [/^[cln]?n?[pq]t?u$|^[pq]tu$/, dayOfRelativeMonth],
  [/^[pq]w$/, dayWithWeekday],
  [/^[pq]$/, ({ all, now }) => dayAlone(all('p')[0] ?? first(all('q')), now)],
  [/^[clnt]?n?s[t]?$|^st?u?$|^ns?u?$/, season],
]

function first(values: readonly number[]): number {
  return values[0] ?? 0
}

function defined<Input, Output>(value: Input | undefined, then: (value: Input) => Output): Output | undefined {
  return value === undefined ? undefined : then(value)
}

function unitOf({ all }: Pick<Spoken, 'all'>): Unit | undefined {
  return units[all('u')[0] ?? -1]
}

function coming(from: DayNumber, weekday: number): DayNumber {
  return from + ((weekday - calendarDay(from).weekday + 7) % 7)
}

function monday(day: DayNumber): DayNumber {
  return day - calendarDay(day).weekday + 1
}

/** "In two weeks", "1 month and 21 days ago", "three days from tomorrow". */
function counted(all: Spoken['all'], sequence: string, now: DayNumber): string | undefined {
  const [amounts, counting] = [all('p'), all('u').map((index) => units[index])]
  if (amounts.length !== counting.length || amounts.some((amount) => !Number.isInteger(amount))) return undefined
  const sign = sequence.includes('a') ? -1 : 1
  let day = now + first(all('d'))
  // A number stands before its unit, or after it as in "il y a un mois"; pairs stay in order.
  for (const [index, amount] of amounts.entries()) {
    const unit = counting[index]
    const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : unit === 'year' ? 12 : unit === 'decade' ? 120 : 0
    const days = unit === 'day' ? 1 : unit === 'week' ? 7 : unit === 'fortnight' ? 14 : 0
    if (months + days === 0) return undefined
    day = months > 0 ? addMonths(day, sign * amount * months) : day + sign * amount * days
  }
  return isoDate(day)
}

/** −1 for "last", 0 for "this", 1 for "next", 2 for "after next". */
function distance({ all }: Spoken): number {
  return all('n')[0] ?? (all('l').length > 0 ? -1 : all('c').length > 0 ? 1 : 0)
}

function weekdayOf(spoken: Spoken): string | undefined {
  const { all, now, sequence } = spoken
  const weekday = first(all('w'))
  const inWeek = sequence.includes('u')
  if (inWeek && unitOf(spoken) !== 'week') return undefined
  if (inWeek || /[nlt]/.test(sequence)) return isoDate(monday(now) + 7 * distance(spoken) + weekday - 1)
  return isoDate(coming(now, weekday))
}

function period(spoken: Spoken): string | undefined {
  const { now } = spoken
  const by = distance(spoken)
  const { year: thisYear, month } = calendarDay(now)
  switch (unitOf(spoken)) {
    case 'day':
      return isoDate(now + by)
    case 'week':
      return isoWeek(now + 7 * by)
    case 'weekend':
      return `${isoWeek(now + 7 * by)}-WE`
    case 'month':
      return isoDate(addMonths(now, by)).slice(0, 7)
    case 'quarter': {
      const quarter = thisYear * 4 + Math.floor((month - 1) / 3) + by
      return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`
    }
    case 'year':
      return padded(thisYear + by, 4)
    case 'decade':
      return `${Math.floor(thisYear / 10) + by}X`
    default:
      return undefined
  }
}

/** "The first quarter of 2027". */
function quarterOf(spoken: Spoken): string | undefined {
  const count = spoken.all('q')[0]
  if (unitOf(spoken) !== 'quarter' || count === undefined || count > 4) return undefined
  return `${spoken.year ?? calendarDay(spoken.now).year}-Q${count}`
}

function monthOf(spoken: Spoken): string | undefined {
  const { all, now, year: spokenYear, sequence } = spoken
  const month = all('m')[0]
  if (month === undefined || all('m').length > 1) return undefined
  const unit = unitOf(spoken)
  if (unit !== undefined && unit !== 'year' && unit !== 'month') return undefined
  const { year: thisYear, month: thisMonth } = calendarDay(now)
  const relative = /[nlt]/.test(sequence)
  const inYear = unit === 'year' && relative ? thisYear + distance(spoken) : undefined
  const nextYear = month < thisMonth ? thisYear + 1 : thisYear
  const last = month < thisMonth ? thisYear : thisYear - 1
  const value = spokenYear ?? inYear ?? (sequence.includes('l') ? last : nextYear)
  return `${padded(value, 4)}-${padded(month)}`
}

function dayOfMonth(spoken: Spoken): string | undefined {
  const { all, now, year: spokenYear, sequence } = spoken
  const month = first(all('m'))
  const [numbers, ordinals] = [all('p'), all('q')]
  const [day = 0, shortYear] = ordinals.length > 0 ? [...ordinals, ...numbers] : numbers
  if (
    all('m').length !== 1 ||
    (shortYear !== undefined && (spokenYear !== undefined || shortYear > 99 || shortYear < 32))
  )
    return undefined
  const year = spokenYear ?? defined(shortYear, (value) => (value < 50 ? 2000 : 1900) + value)
  if (year !== undefined) return isDay(year, month, day) ? isoDate(dayNumber(year, month, day)) : undefined
  const { year: thisYear } = calendarDay(now)
  if (sequence.includes('l')) {
    const inThis = isDay(thisYear, month, day) ? dayNumber(thisYear, month, day) : undefined
    return isoDate(inThis !== undefined && inThis < now ? inThis : dayNumber(thisYear - 1, month, day))
  }
  return defined(nextDay(thisYear, month, day, now), isoDate)
}

/** The next such day; the 29th of February can be years away. */
function nextDay(fromYear: number, month: number, day: number, now: DayNumber): DayNumber | undefined {
  for (let year = fromYear; year < fromYear + 9; year++) {
    if (isDay(year, month, day) && dayNumber(year, month, day) >= now) return dayNumber(year, month, day)
  }
  return undefined
}

/** "The third Wednesday of last month", "the first Friday of July", "the second Sunday". */
function nthWeekday(spoken: Spoken): string | undefined {
  const { all, now, sequence, year: spokenYear } = spoken
  if (sequence.indexOf('q') > sequence.indexOf('w') && !sequence.includes('u')) return dayWithWeekday(spoken)
  const [count, weekday] = [first(all('q')), first(all('w'))]
  const unit = unitOf(spoken)
  if (count > 5 || (unit !== undefined && unit !== 'month')) return undefined
  const { year: thisYear, month: thisMonth } = calendarDay(now)
  const start = calendarDay(addMonths(dayNumber(thisYear, thisMonth, 1), unit === 'month' ? distance(spoken) : 0))
  const month = all('m')[0] ?? start.month
  const inYear = (year: number) => coming(dayNumber(year, month, 1), weekday) + 7 * (count - 1)
  const day = inYear(spokenYear ?? start.year)
  if (calendarDay(day).month !== month) return undefined
  return isoDate(all('m').length > 0 && spokenYear === undefined && day < now ? inYear(start.year + 1) : day)
}

/** "The 20th of next month". */
function dayOfRelativeMonth(spoken: Spoken): string | undefined {
  const { all, now, sequence } = spoken
  if (unitOf(spoken) !== 'month' || !/[nlt]/.test(sequence)) return undefined
  const { year, month } = calendarDay(addMonths(now - calendarDay(now).day + 1, distance(spoken)))
  const day = all('q')[0] ?? first(all('p'))
  return isDay(year, month, day) ? isoDate(dayNumber(year, month, day)) : undefined
}

/** "Friday the 22nd": in the month nearest to today in which it is one. */
function dayWithWeekday({ all, now }: Spoken): string | undefined {
  const [day, weekday] = [all('q')[0] ?? first(all('p')), first(all('w'))]
  const { year, month } = calendarDay(now)
  for (const by of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) {
    const start = calendarDay(addMonths(dayNumber(year, month, 1), by))
    if (!isDay(start.year, start.month, day)) continue
    const candidate = dayNumber(start.year, start.month, day)
    if (calendarDay(candidate).weekday === weekday) return isoDate(candidate)
  }
  return undefined
}

function dayAlone(day: number, now: DayNumber): string | undefined {
  const { year, month } = calendarDay(now)
  for (let by = 0; by < 12; by++) {
    const start = calendarDay(addMonths(dayNumber(year, month, 1), by))
    const candidate = isDay(start.year, start.month, day) ? dayNumber(start.year, start.month, day) : undefined
    if (candidate !== undefined && candidate >= now) return isoDate(candidate)
  }
  return undefined
}

/** A winter has the year in which it begins. */
function season(spoken: Spoken): string | undefined {
  const index = spoken.all('s')[0]
  if (index === undefined) return undefined
  const { year, month } = calendarDay(spoken.now)
  const lastMonth = [5, 8, 11, 14][index] ?? 0
  const upcoming = month > lastMonth ? year + 1 : year
  return `${spoken.year ?? upcoming + distance(spoken)}-${seasons[index]}`
}
