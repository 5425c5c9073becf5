import type { Range } from './date-range.js'

const minutesOfDay = 1440

/** The hours of parts of the day. Amazon does not document them. */
const partsOfDay: Readonly<Record<string, Range>> = {
  MO: { from: hour(5), to: hour(12) - 1 },
  AF: { from: hour(12), to: hour(18) - 1 },
  EV: { from: hour(18), to: hour(22) - 1 },
  NI: { from: hour(22), to: hour(29) - 1 },
}

/**
 * Returns the minutes after midnight that a value of `AMAZON.TIME` stands for, or undefined if it is not a time.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/slot-type-reference.html#time (read 2026-11-28)
 */
export function timeRange(value: string): Range | undefined {
  if (Object.hasOwn(partsOfDay, value)) return partsOfDay[value]
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(value) ?? []
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59) return undefined
  const at = (60 * Number(hours) + Number(minutes)) % minutesOfDay
  return { from: at, to: at }
}

/** Whether a part of any day lies in a span of minutes, which may go past midnight and begin on another day. */
export function isInSpan(part: Range, start: number | undefined, end: number | undefined): boolean {
  const day = (minute: number) => minutesOfDay * Math.floor(minute / minutesOfDay)
  const from = start ?? day(end ?? 0)
  const given = end ?? day(from) + minutesOfDay - 1
  const to = given < from ? given + minutesOfDay : given
  const midnights = [-1, 0, 1].map((days) => day(from) + days * minutesOfDay)
  return midnights.some((midnight) => part.from + midnight <= to && part.to + midnight >= from)
}

function hour(count: number): number {
  return 60 * count
}
