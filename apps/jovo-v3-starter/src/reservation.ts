import { clockIn } from './clock.js'
import { restaurant } from './restaurant.js'

/** What the customer wants to book. */
export interface Reservation {
  /** `2026-12-24` */
  readonly date: string
  /** `19:30`, on the restaurant's clock. */
  readonly time: string
  readonly partySize: number
}

export type SlotName = keyof Reservation

export interface SlotProblem {
  readonly slot: SlotName
  readonly kind: 'missing' | 'unclear' | 'in-the-past' | 'closed' | 'too-few' | 'too-many'
}

export type ReservationReading =
  | { readonly reservation: Reservation; readonly problem?: undefined }
  | { readonly problem: SlotProblem; readonly reservation?: undefined }

/**
 * Makes a reservation of what Alexa understood. Its built-in slot types give more than days and clock times:
 * `AMAZON.DATE` also a week (`2026-W48`), a month, a year or `PRESENT_REF`, `AMAZON.TIME` also `EV` for the evening,
 * `AMAZON.NUMBER` a `?`. A time before noon is meant for the evening: "seven" is `07:00` to Alexa.
 *
 * @returns the first thing that is wrong with a value, else the first that is missing, else the reservation
 */
export function readReservation(slots: Readonly<Record<SlotName, string | undefined>>, now: Date): ReservationReading {
  const problems = [dateProblem(slots.date, now), timeProblem(slots, now), partySizeProblem(slots.partySize)].filter(
    (problem) => problem !== undefined,
  )
  const problem = problems.find(({ kind }) => kind !== 'missing') ?? problems[0]
  if (problem !== undefined) return { problem }
  const { date = '', time = '', partySize } = slots
  return { reservation: { date, time: inTheEvening(time), partySize: Number(partySize) } }
}

/** As much of Alexa's intent as a reservation needs. */
interface SlotsOfIntent {
  readonly slots?: { readonly [name: string]: { readonly name?: string; readonly value?: string } | undefined }
}

/**
 * The intent to go on with while Alexa asks for the time. "Tonight" is a part of the day to Alexa, `EV` or `NI`, and no
 * date. The skill fills in the day, so that Alexa does not ask for it.
 */
export function withTonight<Intent extends SlotsOfIntent>(intent: Intent, now: Date): Intent {
  const { date, time } = intent.slots ?? {}
  if (date?.value || (time?.value !== 'EV' && time?.value !== 'NI')) return intent
  const today = clockIn(restaurant.timeZone, now).slice(0, 10)
  return { ...intent, slots: { ...intent.slots, date: { ...date, value: today } } }
}

function dateProblem(date: string | undefined, now: Date): SlotProblem | undefined {
  const slot = 'date'
  if (!date) return { slot, kind: 'missing' }
  if (!isDay(date)) return { slot, kind: 'unclear' }
  return date < clockIn(restaurant.timeZone, now).slice(0, 10) ? { slot, kind: 'in-the-past' } : undefined
}

function timeProblem({ date, time }: { date: string | undefined; time: string | undefined }, now: Date) {
  const slot = 'time' as const
  if (!time) return { slot, kind: 'missing' as const }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { slot, kind: 'unclear' as const }
  const meant = inTheEvening(time)
  if (meant < restaurant.firstTable || meant > restaurant.lastTable) return { slot, kind: 'closed' as const }
  const clock = clockIn(restaurant.timeZone, now)
  const hasPassed = date === clock.slice(0, 10) && `${date} ${meant}` < clock
  return hasPassed ? { slot, kind: 'in-the-past' as const } : undefined
}

/** `19:00` from `07:00`, when the restaurant is closed. */
function inTheEvening(time: string): string {
  const hour = Number(time.slice(0, 2))
  return hour < 12 && time < restaurant.firstTable ? `${hour + 12}${time.slice(2)}` : time
}

function partySizeProblem(partySize: string | undefined): SlotProblem | undefined {
  const slot = 'partySize'
  if (!partySize) return { slot, kind: 'missing' }
  if (!/^-?\d+$/.test(partySize)) return { slot, kind: 'unclear' }
  if (Number(partySize) < 1) return { slot, kind: 'too-few' }
  return Number(partySize) > restaurant.largestParty ? { slot, kind: 'too-many' } : undefined
}

/** Not `2026-02-30` either: a date that is moved on by being parsed is none. */
function isDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
}
