/** A day without time, as a number of days since 1970-01-01. */
export type DayNumber = number

const dayMs = 86_400_000

export function dayNumber(year: number, month: number, day: number): DayNumber {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / dayMs
}

export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
  /** The day of the week; Monday is 1. */
  readonly weekday: number
}

export function calendarDay(number: DayNumber): CalendarDay {
  const date = new Date(number * dayMs)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: ((date.getUTCDay() + 6) % 7) + 1,
  }
}

export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  return calendarDay(dayNumber(year, month, day)).day === day
}

/** Years after 200,000 count as that year. The last year of a `Date` is 275,760. */
const mostMonths = 12 * 200_000

/** Returns the same day some months later, or the last day of that month. */
export function addMonths(number: DayNumber, months: number): DayNumber {
  const { year, month, day } = calendarDay(number)
  const count = Math.max(-mostMonths, Math.min(year * 12 + month - 1 + months, mostMonths))
  const [targetYear, targetMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  const last = calendarDay(dayNumber(targetYear, targetMonth + 1, 1) - 1).day
  return dayNumber(targetYear, targetMonth, Math.min(day, last))
}

/** Formats are cached, because creating one takes longer than all other work for a sentence. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-u-ca-gregory', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  })
}

/** Returns the parts of a date and time, such as its hour, in a time zone. */
function partsIn(timeZone: string, now: Date): (wanted: Intl.DateTimeFormatPartTypes) => number {
  const format = formats.get(timeZone) ?? formatIn(timeZone)
  formats.set(timeZone, format)
  const parts = format.formatToParts(now)
  return (wanted) => Number(parts.find(({ type }) => type === wanted)?.value)
}

/** Returns today's date in the device's time zone. */
export function today(now: Date, timeZone: string): DayNumber {
  const part = partsIn(timeZone, now)
  return dayNumber(part('year'), part('month'), part('day'))
}

/** Returns the minutes since midnight in the device's time zone. */
export function minuteOfDay(now: Date, timeZone: string): number {
  const part = partsIn(timeZone, now)
  return 60 * part('hour') + part('minute')
}

/** Formats a day as in ISO 8601. Undefined if its year does not have four digits. */
export function isoDate(number: DayNumber): string | undefined {
  const { year, month, day } = calendarDay(number)
  if (!(year >= 0 && year <= 9999)) return undefined
  return `${padded(year, 4)}-${padded(month)}-${padded(day)}`
}

/** Returns the ISO week, such as `2026-W49`. */
export function isoWeek(number: DayNumber): string {
  const thursday = number - calendarDay(number).weekday + 4
  const { year } = calendarDay(thursday)
  return `${year}-W${padded(Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1)}`
}

export function padded(value: number, length = 2): string {
  return String(value).padStart(length, '0')
}
