import type { DayNumber } from './calendar.js'
import { dateOf } from './date.js'
import type { DateOrder } from './date-digits.js'
import { durationOf } from './duration.js'
import type { Item } from './languages/roles.js'
import { timeOf } from './time.js'

export interface ValueContext {
  readonly today: DayNumber
  readonly dateOrder: DateOrder
  /** Returns the name of a weekday (Monday is 1) or month. */
  readonly nameOf: (part: 'weekday' | 'month', value: number) => string
}

/** Returns the value of words in one reading, or undefined if they are not a value of this type. */
type ValueOf = (items: readonly Item[], context: ValueContext) => string | undefined

/**
 * Amazon's types whose values Alexa converts.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/slot-type-reference.html (read 2026-11-28)
 */
export const valueTypes: Readonly<Record<string, ValueOf>> = {
  'AMAZON.DATE': (items, { today, dateOrder }) => dateOf(items, today, dateOrder),
  'AMAZON.TIME': timeOf,
  'AMAZON.DURATION': durationOf,
  'AMAZON.NUMBER': numberOf,
  'AMAZON.FOUR_DIGIT_NUMBER': fourDigits,
  'AMAZON.Ordinal': (items) => {
    const [item, suffix, ...more] = spoken(items)
    const isOrdinal =
      item?.role === 'ordinal' ? suffix === undefined : item?.role === 'number' && suffix?.role === 'ordinal-suffix'
    return isOrdinal && more.length === 0 ? String(item?.value) : undefined
  },
  'AMAZON.DayOfWeek': (items, { nameOf }) => named(items, 'weekday', nameOf),
  'AMAZON.Month': (items, { nameOf }) => named(items, 'month', nameOf),
  'AMAZON.PhoneNumber': (items) => digitsOf(items, 3),
}

function spoken(items: readonly Item[]): readonly Item[] {
  return items.filter(({ role }) => role !== 'noise' && role !== 'article')
}

/** Alexa has only whole numbers, but a value with a decimal point is better than no value. */
function numberOf(items: readonly Item[]): string | undefined {
  const [first, second, ...more] = items
  const item = first?.role === 'article' && second !== undefined ? second : first
  const count = first === item ? items.length : 1 + more.length
  return count === 1 && item?.role === 'number' ? String(item.value) : undefined
}

function named(items: readonly Item[], part: 'weekday' | 'month', nameOf: ValueContext['nameOf']): string | undefined {
  const [item, ...more] = spoken(items)
  return item?.role === part && more.length === 0 ? nameOf(part, item.value) : undefined
}

/** Reads four digits: "six oh four five" is 6045, and "twenty twenty six" is 2026. */
function fourDigits(items: readonly Item[]): string | undefined {
  const value = digitsOf(items, 4)
  return value?.length === 4 ? value : undefined
}

function digitsOf(items: readonly Item[], least: number): string | undefined {
  let digits = ''
  for (const { role, value, text } of items) {
    if (role === 'digits') digits += text?.replace(/\D/g, '') ?? ''
    else if (role === 'number' && Number.isInteger(value) && value >= 0) digits += String(value)
    else return undefined
  }
  return digits.length >= least && digits.length <= 15 ? digits : undefined
}
