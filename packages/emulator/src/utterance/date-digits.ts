import { calendarDay, type DayNumber, dayNumber, isDay } from './calendar.js'

export type DateOrder = 'day-month' | 'month-day'

/** Returns the year that two digits stand for. */
export function fullYear(short: number): number {
  return (short < 50 ? 2000 : 1900) + short
}

/** Reads a day written in digits: `2026-12-24`, `24.12.2026`, `12/24`. */
export function digitsDay(digits: string, now: DayNumber, order: DateOrder): DayNumber | undefined {
  const numbers = /^(\d+)[-/.,](\d+)(?:[-/.,](\d+))?$/.exec(digits)?.slice(1)
  if (numbers === undefined) return undefined
  const [first = 0, second = 0, third] = numbers.map((number) => (number === undefined ? undefined : Number(number)))
  if (first > 31)
    return third !== undefined && isDay(first, second, third) ? dayNumber(first, second, third) : undefined
  // 2000 is a leap year. If one order is not a day, the other order must be meant.
  const isDayFirst = order === 'day-month' ? isDay(2000, second, first) : !isDay(2000, first, second)
  const [month, day] = isDayFirst ? [second, first] : [first, second]
  if (third !== undefined) {
    const year = third > 99 ? third : fullYear(third)
    return isDay(year, month, day) ? dayNumber(year, month, day) : undefined
  }
  const { year } = calendarDay(now)
  for (let candidate = year; candidate < year + 9; candidate++) {
    if (isDay(candidate, month, day) && dayNumber(candidate, month, day) >= now) return dayNumber(candidate, month, day)
  }
  return undefined
}
