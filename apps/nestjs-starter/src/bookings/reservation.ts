import { clockIn } from './clock.js'
import { restaurant } from './restaurant.js'

/** The table that the customer wants to book. */
export interface Reservation {
  /** The day: `2026-12-24`. */
  readonly date: string
  /** The time: `19:30`, in the restaurant's time zone. */
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
 * Reads a reservation from the slots that Alexa understood. Built-in slot types also return values that are not days or
 * times: `AMAZON.DATE` a week (`2026-W48`), a month, a year or `PRESENT_REF`, `AMAZON.TIME` `EV` for the evening, and
 * `AMAZON.NUMBER` a `?`. A time before noon means the evening, because Alexa understands "seven" as `07:00`.
 *
 * @returns the first invalid value, or else the first missing value, or else the reservation
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

/** The part of Alexa's intent that a reservation needs. */
interface SlotsOfIntent {
  readonly slots?: { readonly [name: string]: { readonly name?: string; readonly value?: string } | undefined }
}

/**
 * Returns the intent for the question about the time. Alexa understands "tonight" as a part of the day (`EV` or `NI`)
 * without a date. The skill adds today's date, so that Alexa does not ask for it.
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

/** Returns `19:00` for `07:00`, because the restaurant is closed in the morning. */
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

/** Whether this is a day of the calendar. `2026-02-30` is not: parsing it returns a day in March. */
function isDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
}
