import { padded } from './calendar.js'
import { type Item, type PartOfDay, partsOfDay, type Role, units } from './languages/roles.js'

/** Letters for roles, so that the grammar can be a pattern. Each unit of a time has a separate letter. */
const codes: Readonly<Partial<Record<Role, string>>> = {
  number: 'N',
  ordinal: 'N',
  digits: 'C',
  half: 'H',
  quarter: 'Q',
  'three-quarters': 'R',
  'half-before': 'B',
  'quarter-of': 'V',
  'three-quarters-of': 'W',
  'half-after': 'E',
  'quarter-after': 'F',
  'quarter-before': 'G',
  past: 'P',
  to: 'T',
  and: 'A',
  minus: 'M',
  oclock: 'h',
}

const unitCodes: Readonly<Record<string, string>> = { hour: 'h', minute: 'm', second: 's' }

/** Minutes before an hour, the hour in one of its forms, and minutes after it. */
const grammar =
  /^(?:(?<before>N|Q|H|R)m?(?<direction>[PT]))?(?<form>[BEFGVW])?h?(?<hour>[NC])h?(?:(?<joint>[APM]?)(?<after>N|H|Q|R)m?(?<turned>T?))?(?:A?Ns|h)?$/

/**
 * Returns Alexa's value of a time: `19:30`, or `MO`, `AF`, `EV`, `NI` for a part of the day. An hour without a part of
 * the day is read as on a 24-hour clock: "seven" is `07:00`. Undefined if the words are not a time.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/slot-type-reference.html#time (read 2026-11-28)
 */
export function timeOf(items: readonly Item[]): string | undefined {
  let part: PartOfDay | undefined
  let [code, isMiddle] = ['', false]
  const values: number[] = []
  let clock: string | undefined
  for (const { role, value, text } of items) {
    if (role === 'part-of-day') {
      // "Seven p.m. in the evening" names the part of the day twice.
      const said = partsOfDay[value]
      part = part === 'am' || part === 'pm' ? part : said
    } else if (role === 'middle') isMiddle = true
    else if (role === 'noise' || role === 'article') continue
    else {
      const letter = role === 'unit' ? unitCodes[units[value] ?? ''] : codes[role]
      if (letter === undefined) return undefined
      code += letter
      if (letter === 'N') values.push(value)
      if (letter === 'C') clock = text
    }
  }
  code = code.replace(/^A+|A+$/g, '')
  if (code === '') return part === undefined ? undefined : partAlone(part, isMiddle)
  return isMiddle ? undefined : clockTime({ code, values, clock, part })
}

const wholes: Readonly<Record<PartOfDay, string | undefined>> = {
  am: undefined,
  pm: undefined,
  morning: 'MO',
  noon: '12:00',
  afternoon: 'AF',
  evening: 'EV',
  night: 'NI',
  midnight: '00:00',
}

function partAlone(part: PartOfDay, isMiddle: boolean): string | undefined {
  if (!isMiddle) return wholes[part]
  return { morning: '10:00', afternoon: '14:00', noon: '12:00', night: '00:00' }[part as string]
}

interface Clock {
  readonly code: string
  readonly values: readonly number[]
  readonly clock: string | undefined
  readonly part: PartOfDay | undefined
}

function clockTime({ code, values, clock, part }: Clock): string | undefined {
  const { before, direction, form, hour, joint, after, turned } = grammar.exec(code)?.groups ?? {}
  if (hour === undefined) return undefined
  const left = [...values]
  const size = (letter: string | undefined) =>
    letter === 'N' ? left.shift() : letter === 'H' ? 30 : letter === 'Q' ? 15 : letter === 'R' ? 45 : 0
  const minutesBefore = size(before)
  const base = hour === 'C' ? clockDigits(clock ?? '') : hourOf(left.shift(), part !== undefined && after === undefined)
  const minutesAfter = size(after)
  if (base === undefined || minutesBefore === undefined || minutesAfter === undefined) return undefined
  if (
    minutesBefore > 59 ||
    minutesAfter > 59 ||
    [minutesBefore, minutesAfter].some((value) => !Number.isInteger(value) || value < 0)
  )
    return undefined
  if (base.minutes > 0 && form !== undefined) return undefined
  const inForm = { B: -30, E: 30, F: 15, G: -15, V: -45, W: -15 }[form ?? ''] ?? 0
  const sign = joint === 'M' || turned === 'T' ? -1 : 1
  const minutes = base.minutes + inForm + (direction === 'T' ? -1 : 1) * minutesBefore + sign * minutesAfter
  const total = onClock(base.hours, part) * 60 + minutes
  if (base.hours > 24 || base.minutes > 59) return undefined
  const day = 24 * 60
  const time = ((total % day) + day) % day
  return `${padded(Math.floor(time / 60))}:${padded(time % 60)}`
}

/** Reads an hour, which may contain minutes: 340 before "p.m." is 3:40. */
function hourOf(value: number | undefined, hasPart: boolean): { hours: number; minutes: number } | undefined {
  if (value === undefined || !Number.isInteger(value) || value < 0) return undefined
  if (value <= 24) return { hours: value, minutes: 0 }
  return hasPart && value >= 100 && value < 2400 ? { hours: Math.floor(value / 100), minutes: value % 100 } : undefined
}

function clockDigits(text: string): { hours: number; minutes: number } | undefined {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(text) ?? []
  return minutes === undefined ? undefined : { hours: Number(hours), minutes: Number(minutes) }
}

function onClock(hours: number, part: PartOfDay | undefined): number {
  if (hours > 12 || part === undefined) return hours
  if (part === 'am' || part === 'morning') return hours % 12
  if (part === 'midnight') return hours % 12
  if (part === 'noon') return hours < 8 ? hours + 12 : hours
  if (part === 'night') return hours === 12 ? 0 : hours > 4 ? hours + 12 : hours
  return (hours % 12) + 12
}
