import { addMonths, calendarDay, type DayNumber, dayNumber, isDay, isoDate, isoWeek, padded } from './calendar.js'
import { type DateOrder, digitsDay, fullYear } from './date-digits.js'
import { seasons, type Unit } from './languages/roles.js'

/** The words of a date, by what they mean. */
export interface SpokenDate {
  readonly today: DayNumber
  readonly order: DateOrder
  /** The distance: −1 for "last", 0 for "this", 1 for "next", 2 for "after next". Undefined without such a word. */
  readonly distance: number | undefined
  /** Whether the word was "coming", which means the next such weekday, possibly in this week. */
  readonly isComing: boolean
  readonly year: number | undefined
  readonly numbers: readonly number[]
  readonly ordinals: readonly number[]
  readonly units: readonly Unit[]
  readonly month: number
  /** The weekday; Monday is 1. */
  readonly weekday: number
  /** The distance from today: "yesterday" is −1. */
  readonly day: number
  readonly season: number
  readonly digits: string
  readonly isAgo: boolean
  /** Whether an ordinal is right before the weekday: "the second Sunday", not "Sunday the second". */
  readonly countsWeekdays: boolean
}

export function dayNamed({ today, day }: SpokenDate): string | undefined {
  return isoDate(today + day)
}

export function dayInDigits({ digits, today, order }: SpokenDate): string | undefined {
  const day = digitsDay(digits, today, order)
  return day === undefined ? undefined : isoDate(day)
}

const inMonths: Readonly<Partial<Record<Unit, number>>> = { month: 1, quarter: 3, year: 12, decade: 120 }
const inDays: Readonly<Partial<Record<Unit, number>>> = { day: 1, week: 7, fortnight: 14 }

/**
 * Reads "In two weeks", "1 month and 21 days ago", "three days from tomorrow". Numbers and units are in the same order.
 */
export function daysCounted({
  today,
  day: from,
  year,
  numbers,
  units: counted,
  isAgo,
}: SpokenDate): string | undefined {
  if (year !== undefined || numbers.length !== counted.length || !numbers.every(Number.isInteger)) return undefined
  let day = today + from
  for (const [index, count] of numbers.entries()) {
    const unit = counted[index] ?? 'day'
    const by = isAgo ? -count : count
    const [months, days] = [inMonths[unit], inDays[unit]]
    if (months === undefined && days === undefined) return undefined
    day = months === undefined ? day + by * (days ?? 0) : addMonths(day, by * months)
  }
  return isoDate(day)
}

/** Reads "Two Sundays from now". */
export function weekdaysAhead({ today, numbers: [count = 0], weekday }: SpokenDate): string | undefined {
  return count < 10 ? isoDate(coming(today + 1, weekday) + 7 * (count - 1)) : undefined
}

/**
 * Reads "Friday", "next Friday", "Friday next week". Next Friday is in next week, and last Friday is the latest one
 * before today.
 */
export function weekdayOf({ today, weekday, distance, isComing, units: [unit] }: SpokenDate): string | undefined {
  if (unit !== undefined && (unit !== 'week' || distance === undefined)) return undefined
  if (distance === undefined || (isComing && unit === undefined)) return isoDate(coming(today, weekday))
  if (distance < 0 && unit === undefined) return isoDate(coming(today - 7, weekday))
  return isoDate(today - calendarDay(today).weekday + 7 * distance + weekday)
}

function coming(from: DayNumber, weekday: number): DayNumber {
  return from + ((weekday - calendarDay(from).weekday + 7) % 7)
}

/** Reads "Next week", "this year". "The weekend" alone is this weekend. */
export function periodOf({ today, distance, year, units: [unit] }: SpokenDate): string | undefined {
  if (unit === 'year' && year !== undefined && distance === undefined) return padded(year, 4)
  if (year !== undefined || (distance === undefined && unit !== 'weekend')) return undefined
  const by = distance ?? 0
  const { year: thisYear, month } = calendarDay(today)
  const quarter = thisYear * 4 + Math.floor((month - 1) / 3) + by
  const values: Readonly<Partial<Record<Unit, () => string | undefined>>> = {
    day: () => isoDate(today + by),
    week: () => isoWeek(today + 7 * by),
    weekend: () => `${isoWeek(today + 7 * by)}-WE`,
    month: () => isoDate(addMonths(today, by))?.slice(0, 7),
    quarter: () => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`,
    year: () => padded(thisYear + by, 4),
    decade: () => `${Math.floor(thisYear / 10) + by}X`,
  }
  return unit === undefined ? undefined : values[unit]?.()
}

/** Reads "The first quarter of 2027". */
export function quarterOf({ today, year, ordinals: [count], units: [unit] }: SpokenDate): string | undefined {
  if (unit !== 'quarter' || count === undefined || count > 4) return undefined
  return `${year ?? calendarDay(today).year}-Q${count}`
}

export function yearAlone({ year }: SpokenDate): string | undefined {
  return year === undefined ? undefined : padded(year, 4)
}

/** Reads "December", "last December", "December of next year". */
export function monthOf({ today, month, year, distance, isComing, units: [unit] }: SpokenDate): string | undefined {
  if (unit !== undefined && unit !== 'year' && unit !== 'month') return undefined
  const { year: thisYear, month: thisMonth } = calendarDay(today)
  const relative = unit === 'year' && distance !== undefined && !isComing ? thisYear + distance : undefined
  const next = month < thisMonth ? thisYear + 1 : thisYear
  const last = month < thisMonth ? thisYear : thisYear - 1
  return `${padded(year ?? relative ?? (distance === -1 ? last : next), 4)}-${padded(month)}`
}

/** Reads "The third of March", "March 3rd 2027", "1 April 78". */
export function dayOfMonth(spoken: SpokenDate): string | undefined {
  const { today, month, numbers, ordinals, distance } = spoken
  const [day, short, ...more] = [...ordinals, ...numbers]
  // A year of two digits looks like a day.
  if (day === undefined || more.length > 0 || (short !== undefined && (short < 32 || short > 99))) return undefined
  const { year: thisYear } = calendarDay(today)
  const year = spoken.year ?? (short === undefined ? undefined : fullYear(short))
  if (year !== undefined) return isDay(year, month, day) ? isoDate(dayNumber(year, month, day)) : undefined
  // The 29th of February can be eight years away.
  const years = Array.from({ length: 9 }, (_, index) => (distance === -1 ? thisYear - index : thisYear + index))
  const days = years.filter((each) => isDay(each, month, day)).map((each) => dayNumber(each, month, day))
  const found = days.find((each) => (distance === -1 ? each < today : each >= today))
  return found === undefined ? undefined : isoDate(found)
}

/** Reads "The third Wednesday of last month", "the first Friday of July", "the second Sunday". */
export function nthWeekday({ countsWeekdays, ordinals: [count = 0], ...spoken }: SpokenDate): string | undefined {
  const {
    today,
    weekday,
    distance = 0,
    units: [unit],
  } = spoken
  if (!countsWeekdays || count > 5 || (unit !== undefined && unit !== 'month')) return undefined
  const start = calendarDay(addMonths(firstOfMonth(today), unit === 'month' ? distance : 0))
  const month = spoken.month || start.month
  const inYear = (year: number) => coming(dayNumber(year, month, 1), weekday) + 7 * (count - 1)
  const day = inYear(spoken.year ?? start.year)
  if (calendarDay(day).month !== month) return undefined
  const isOver = spoken.month > 0 && spoken.year === undefined && day < today
  return isoDate(isOver ? inYear(start.year + 1) : day)
}

function firstOfMonth(day: DayNumber): DayNumber {
  return day - calendarDay(day).day + 1
}

/** Reads "The 20th of next month". */
export function dayOfRelativeMonth({
  today,
  distance,
  units: [unit],
  ordinals,
  numbers,
}: SpokenDate): string | undefined {
  if (unit !== 'month' || distance === undefined) return undefined
  const { year, month } = calendarDay(addMonths(firstOfMonth(today), distance))
  const [day = 0] = [...ordinals, ...numbers]
  return isDay(year, month, day) ? isoDate(dayNumber(year, month, day)) : undefined
}

/** Reads "Friday the 22nd", in the first month from now in which the 22nd is a Friday. */
export function dayWithWeekday({ today, ordinals, numbers, weekday }: SpokenDate): string | undefined {
  const [day = 0] = [...ordinals, ...numbers]
  return fromThisMonth(today, day, (candidate) => calendarDay(candidate).weekday === weekday)
}

/** Reads "The 31st". */
export function dayAlone({ today, ordinals, numbers }: SpokenDate): string | undefined {
  const [day = 0] = [...ordinals, ...numbers]
  return fromThisMonth(today, day, (candidate) => candidate >= today)
}

function fromThisMonth(today: DayNumber, day: number, fits: (candidate: DayNumber) => boolean): string | undefined {
  for (let by = 0; by < 12; by++) {
    const { year, month } = calendarDay(addMonths(firstOfMonth(today), by))
    const candidate = isDay(year, month, day) ? dayNumber(year, month, day) : undefined
    if (candidate !== undefined && fits(candidate)) return isoDate(candidate)
  }
  return undefined
}

/** The last month of each season. A winter ends in the following year. */
const lastMonths = [5, 8, 11, 14]

/** Returns the value of a season. A winter belongs to the year in which it begins. */
export function seasonOf({ today, season, year, distance }: SpokenDate): string {
  const { year: thisYear, month } = calendarDay(today)
  const upcoming = month > (lastMonths[season] ?? 0) ? thisYear + 1 : thisYear
  return `${year ?? upcoming + (distance ?? 0)}-${seasons[season]}`
}
