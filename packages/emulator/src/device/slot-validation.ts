import type { SlotValidation } from '../skill/dialog-model.js'
import { addMonths, minuteOfDay, today } from '../utterance/calendar.js'
import type { SimpleSlotValue, Slot } from '../wire/request.js'
import { dateRange, type Range } from './date-range.js'
import type { DeviceClock } from './intent.js'
import { isoDuration } from './iso-duration.js'
import { isInSpan, timeRange } from './time-range.js'

/** What a rule of the dialog model is checked with. */
interface Checked {
  readonly value: SimpleSlotValue
  readonly members: SlotValidation['members']
  /** The type of the slot, such as `AMAZON.DATE`. */
  readonly type: string
  readonly clock: DeviceClock
}

type Check = (checked: Checked) => boolean

const checks: Readonly<Record<string, Check>> = {
  hasEntityResolutionMatch: ({ value: { resolutions } }) =>
    resolutions?.resolutionsPerAuthority.some(({ status }) => status.code === 'ER_SUCCESS_MATCH') ?? false,
  isInSet: ({ value: { value }, members: { values } }) => isAmong(value, values),
  isNotInSet: ({ value: { value }, members: { values } }) => !isAmong(value, values),
  isGreaterThan: compared((value, limit) => value.from > limit.to),
  isGreaterThanOrEqualTo: compared((value, limit) => value.from >= limit.from),
  isLessThan: compared((value, limit) => value.to < limit.from),
  isLessThanOrEqualTo: compared((value, limit) => value.to <= limit.to),
  isInDuration: (checked) => isInDuration(checked) ?? false,
  isNotInDuration: (checked) => !(isInDuration(checked) ?? false),
}

/**
 * Finds the first rule of the dialog model that a value breaks.
 *
 * @param type The type of the slot.
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/validate-slot-values.html (read 2026-11-28)
 */
export function brokenValidation(
  { slotValue }: Slot,
  type: string,
  validations: readonly SlotValidation[],
  clock: DeviceClock,
): SlotValidation | undefined {
  const values = slotValue?.type === 'List' ? slotValue.values : slotValue ? [slotValue] : []
  return validations.find((rule) => {
    const check = Object.hasOwn(checks, rule.type) ? checks[rule.type] : undefined
    return check !== undefined && !values.every((value) => check({ value, members: rule.members, type, clock }))
  })
}

function isAmong(value: string, values: unknown): boolean {
  return Array.isArray(values) && values.some((one) => String(one).toLowerCase() === value.toLowerCase())
}

/** Compares dates with dates, times with times, durations with durations, and all other values as numbers. */
function compared(holds: (value: Range, limit: Range) => boolean): Check {
  return ({ value, members, type, clock }) => {
    const [one, limit] = [value.value, String(members.value)].map((text) => rangeOf(text, type, clock))
    return one !== undefined && limit !== undefined && holds(one, limit)
  }
}

function rangeOf(text: string, type: string, { now, timeZone }: DeviceClock): Range | undefined {
  if (type === 'AMAZON.DATE') return dateRange(text, today(now(), timeZone()))
  if (type === 'AMAZON.TIME') return timeRange(text)
  const number = type === 'AMAZON.DURATION' ? minutesOf(text) : Number(text)
  return number === undefined || Number.isNaN(number) ? undefined : { from: number, to: number }
}

/** Converts a duration to minutes. A month counts as 30 days, and a year as twelve months. */
function minutesOf(text: string): number | undefined {
  const duration = isoDuration(text)
  return duration && (30 * duration.months + duration.days) * 1440 + duration.minutes
}

/**
 * Whether a date or time, or a part of it, lies in the span of a rule, which is given by dates and times, or by
 * durations from now. Undefined if the value is not a date or time.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/smapi/interaction-model-schema.html (read 2026-11-29)
 */
function isInDuration({ value: { value }, members: { start, end }, type, clock }: Checked): boolean | undefined {
  const { now, timeZone } = clock
  if (type === 'AMAZON.TIME') {
    const part = timeRange(value)
    const bound = (text: unknown) => {
      const minutes = minutesOf(String(text))
      return minutes === undefined ? timeRange(String(text))?.from : minuteOfDay(now(), timeZone()) + minutes
    }
    return part && isInSpan(part, bound(start), bound(end))
  }
  const day = today(now(), timeZone())
  const bound = (text: unknown) => {
    const duration = isoDuration(String(text))
    const range = dateRange(String(text), day)
    return duration ? { from: days(duration), to: days(duration) } : range
  }
  const days = ({ months, days: count }: { months: number; days: number }) => addMonths(day, months) + count
  const range = dateRange(value, day)
  return range && range.to >= (bound(start)?.from ?? -Infinity) && range.from <= (bound(end)?.to ?? Infinity)
}
