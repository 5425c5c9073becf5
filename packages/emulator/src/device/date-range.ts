import { addMonths, calendarDay, type DayNumber, dayNumber, isDay } from '../utterance/calendar.js'

/** A range that includes both ends. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The first month of each season in the northern hemisphere. A winter ends in the following year. */
const seasons: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

const forms: readonly [RegExp, (year: number, part: number, rest: string) => Range | undefined][] = [
  [
    /^(\d{4})-(\d{2})-(\d{2})$/,
    (year, month, rest) =>
      isDay(year, month, Number(rest)) ? days(dayNumber(year, month, Number(rest)), 1) : undefined,
  ],
  [/^(\d{4})-W(\d{1,2})-WE$/, (year, week) => days(firstOfWeek(year, week) + 5, 2)],
  [/^(\d{4})-W(\d{1,2})$/, (year, week) => days(firstOfWeek(year, week), 7)],
  [/^(\d{4})-Q([1-4])$/, (year, quarter) => months(year, 3 * quarter - 2, 3)],
  [/^(\d{4})-(\d{2})(?:-XX)?$/, (year, month) => (month >= 1 && month <= 12 ? months(year, month, 1) : undefined)],
  [/^(\d{4})(?:-XX)*$/, (year) => months(year, 1, 12)],
  [/^(\d{3})X$/, (decade) => months(10 * decade, 1, 120)],
  [/^(\d{2})XX$/, (century) => months(100 * century, 1, 1200)],
]

/**
 * Returns the days that a value of `AMAZON.DATE` stands for, or undefined if it is not a date.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/slot-type-reference.html#date (read 2026-11-28)
 */
export function dateRange(value: string, today: DayNumber): Range | undefined {
  if (value === 'PRESENT_REF') return days(today, 1)
  const [, ofSeason, season = ''] = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value) ?? []
  if (ofSeason !== undefined) return months(Number(ofSeason), seasons[season] ?? 1, 3)
  for (const [form, range] of forms) {
    const match = form.exec(value)
    if (match) return range(Number(match[1]), Number(match[2]), match[3] ?? '')
  }
  return undefined
}

function days(from: DayNumber, count: number): Range {
  return { from, to: from + count - 1 }
}

function months(year: number, month: number, count: number): Range {
  const from = dayNumber(year, month, 1)
  return { from, to: addMonths(from, count) - 1 }
}

/** Returns the Monday of an ISO week. The first week contains the 4th of January. */
function firstOfWeek(year: number, week: number): DayNumber {
  const fourth = dayNumber(year, 1, 4)
  return fourth - calendarDay(fourth).weekday + 1 + 7 * (week - 1)
}
