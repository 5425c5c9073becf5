import type { Jovo } from 'jovo-framework'
import { type ReservationReading, readReservation } from '../reservation.js'

/** The reservation as far as this BookTableIntent tells it, as seen at the time when the customer spoke. */
export function reservationIn(jovo: Jovo): ReservationReading {
  const { date, time, partySize } = jovo.$inputs
  const slots = { date: date?.value, time: time?.value, partySize: partySize?.value }
  return readReservation(slots, new Date(jovo.getTimestamp() ?? Date.now()))
}
