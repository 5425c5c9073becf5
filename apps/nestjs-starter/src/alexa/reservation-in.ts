import type { RequestEnvelope } from 'ask-sdk-model'
import { type ReservationReading, readReservation } from '../bookings/reservation.js'

/** Reads the reservation from a BookTableIntent, relative to the time when the customer spoke. */
export function reservationIn({ request }: RequestEnvelope): ReservationReading {
  const slots = request.type === 'IntentRequest' ? request.intent.slots : undefined
  const { date, time, partySize } = slots ?? {}
  const said = { date: date?.value, time: time?.value, partySize: partySize?.value }
  return readReservation(said, new Date(request.timestamp))
}
