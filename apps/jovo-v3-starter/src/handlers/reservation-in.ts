import type { Jovo } from 'jovo-framework'
import { type ReservationReading, readReservation } from '../reservation.js'

/** Reads the reservation from a BookTableIntent, relative to the time when the customer spoke. */
export function reservationIn(jovo: Jovo): ReservationReading {
  const { date, time, partySize } = jovo.$inputs
  const slots = { date: date?.value, time: time?.value, partySize: partySize?.value }
  return readReservation(slots, new Date(jovo.getTimestamp() ?? Date.now()))
}
