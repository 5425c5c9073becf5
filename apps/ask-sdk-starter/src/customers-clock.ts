import { clockIn, instantAt } from './clock.js'
import { dayOf, timeOf } from './format.js'
import type { Language } from './language.js'
import type { Reservation } from './reservation.js'
import { restaurant } from './restaurant.js'

/**
 * The time of the reservation on the customer's own clock: `10:30 PM`, with the day if it differs.
 *
 * @param timeZone of the customer's device, if it is known
 * @returns `undefined` if both clocks show the same
 */
export function customersClock(
  { date, time }: Reservation,
  timeZone: string | undefined,
  language: Language,
): string | undefined {
  if (timeZone === undefined) return undefined
  const shown = clockIn(timeZone, instantAt(restaurant.timeZone, `${date} ${time}`))
  if (shown === `${date} ${time}`) return undefined
  const [theirDate = '', theirTime = ''] = shown.split(' ')
  const theirClock = timeOf(theirTime, language)
  return theirDate === date ? theirClock : `${dayOf(theirDate, language)}, ${theirClock}`
}
