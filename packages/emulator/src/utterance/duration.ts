import { type Item, type Unit, units } from './languages/roles.js'

/** Months and seconds are never converted into each other. */
const inMonths: Readonly<Partial<Record<Unit, number>>> = { month: 1, quarter: 3, year: 12, decade: 120 }
const inSeconds: Readonly<Partial<Record<Unit, number>>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  fortnight: 1_209_600,
}

interface Amount {
  readonly count: number
  readonly unit: Unit
}

/**
 * Returns Alexa's value of a duration in ISO 8601: `PT10M`, `P3D`, `P8W`, `PT5H10M`. Undefined if the words are not a
 * duration.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/slot-type-reference.html#duration (read 2026-11-28)
 */
export function durationOf(items: readonly Item[]): string | undefined {
  const words = items.filter(({ role }) => role !== 'noise')
  const amounts: Amount[] = []
  let at = 0
  while (at < words.length) {
    const next = amountAt(words, at)
    if (next === undefined) return undefined
    amounts.push(next.amount)
    at = next.end
    if (words[at]?.role === 'and') at++
    if (at === words.length && words[at - 1]?.role === 'and') return undefined
  }
  return amounts.length === 0 ? undefined : written(amounts)
}

function amountAt(words: readonly Item[], start: number): { amount: Amount; end: number } | undefined {
  let at = start
  let count: number | undefined
  const take = (...roles: readonly string[]) => {
    const word = words[at]
    if (word === undefined || !roles.includes(word.role)) return undefined
    at++
    return word
  }
  const fraction = () => {
    const from = at
    take('and')
    take('article', 'number')
    const part = take('half', 'quarter', 'three-quarters')
    if (part === undefined) at = from
    return part === undefined ? 0 : fractions[part.role as 'half']
  }
  const whole = take('whole', 'article')
  const isWhole = whole !== undefined
  const number = take('number', 'article')
  if (number !== undefined) count = number.role === 'article' ? 1 : number.value
  const halfAfter = count === undefined ? take('half-after') : undefined
  if (halfAfter !== undefined) count = (take('number')?.value ?? Number.NaN) + 0.5
  const before = fraction()
  // In "half an hour" and "une demi-heure", the article belongs to the half.
  if (before > 0)
    count =
      count === undefined || (count === 1 && !words.slice(start, at).some(({ role }) => role === 'and'))
        ? before
        : count + before
  take('whole')
  take('article')
  const named = take('unit')
  if (named === undefined) return undefined
  const unit = units[named.value]
  if (unit === undefined || unit === 'weekend') return undefined
  take('whole')
  count = (count ?? (isWhole || before === 0 ? 1 : 0)) + (before === 0 ? fraction() : 0)
  return Number.isNaN(count) || count < 0 ? undefined : { amount: { count, unit }, end: at }
}

const fractions = { half: 0.5, quarter: 0.25, 'three-quarters': 0.75 } as const

function written(amounts: readonly Amount[]): string | undefined {
  const only = amounts.length === 1 ? amounts[0] : undefined
  if (only !== undefined && Number.isInteger(only.count)) return single(only)
  const sum = (scale: Readonly<Partial<Record<Unit, number>>>) =>
    amounts.reduce((total, { count, unit }) => total + count * (scale[unit] ?? 0), 0)
  const months = sum(inMonths)
  // Half a month counts as 15 days.
  const seconds = sum(inSeconds) + (months % 1) * 30 * 86_400
  const whole = Math.floor(months)
  const weeks = amounts.some(({ unit }) => unit === 'week' || unit === 'fortnight') ? Math.floor(seconds / 604_800) : 0
  const left = seconds - weeks * 604_800
  const has = (unit: Unit) => amounts.some((amount) => amount.unit === unit)
  const days = Math.floor(left / 86_400)
  const hours = Math.floor((left % 86_400) / 3600)
  const minutes = Math.floor((left % 3600) / 60)
  const rest = Number((left % 60).toFixed(3))
  // 24 hours stay hours.
  const [shownDays, shownHours] = has('day') || has('week') || has('month') ? [days, hours] : [0, days * 24 + hours]
  const date = [part(Math.floor(whole / 12), 'Y'), part(whole % 12, 'M'), part(weeks, 'W'), part(shownDays, 'D')].join(
    '',
  )
  const time = [part(shownHours, 'H'), part(minutes, 'M'), part(rest, 'S')].join('')
  return `P${date}${time === '' ? '' : `T${time}`}`
}

function part(count: number, letter: string): string {
  return count === 0 ? '' : `${count}${letter}`
}

function single({ count, unit }: Amount): string {
  const letter = { second: 'S', minute: 'M', hour: 'H' }[unit as string]
  if (letter !== undefined) return `PT${count}${letter}`
  if (unit === 'fortnight') return `P${2 * count}W`
  if (unit === 'quarter') return `P${3 * count}M`
  if (unit === 'decade') return `P${10 * count}Y`
  return `P${count}${unit.charAt(0).toUpperCase()}`
}
