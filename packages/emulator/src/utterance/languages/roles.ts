/**
 * What a word can mean in a date, a time, a duration or a number. Languages map their words to roles, and the grammar
 * contains no words.
 */
export type Role =
  | 'number'
  | 'multiplier'
  | 'ordinal'
  | 'digits'
  | 'point'
  | 'negative'
  | 'article'
  | 'noise'
  | 'and'
  | 'unit'
  | 'day'
  | 'now'
  | 'weekday'
  | 'month'
  | 'season'
  | 'next'
  | 'last'
  | 'this'
  | 'coming'
  | 'ago'
  | 'ahead'
  | 'whole'
  | 'half'
  | 'quarter'
  | 'three-quarters'
  | 'quarter-of'
  | 'three-quarters-of'
  | 'half-before'
  | 'half-after'
  | 'quarter-after'
  | 'quarter-before'
  | 'past'
  | 'to'
  | 'minus'
  | 'oclock'
  | 'part-of-day'
  | 'middle'
  | 'ordinal-suffix'
  | 'day-suffix'
  | 'month-suffix'
  | 'year-suffix'
  | 'year'

export const units = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'fortnight',
] as const
export type Unit = (typeof units)[number]

export const partsOfDay = ['am', 'pm', 'morning', 'noon', 'afternoon', 'evening', 'night', 'midnight'] as const
export type PartOfDay = (typeof partsOfDay)[number]

export const seasons = ['SP', 'SU', 'FA', 'WI'] as const

/**
 * A role with its number: an index of `units`, `partsOfDay` or `seasons`, a weekday (Monday is 1), or a day relative to
 * today.
 */
export interface Item {
  readonly role: Role
  readonly value: number
  /** The digits as written, if the role is `digits`. */
  readonly text?: string
}
