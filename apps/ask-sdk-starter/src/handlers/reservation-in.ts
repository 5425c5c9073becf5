import { getRequest, getSlotValue, type HandlerInput } from 'ask-sdk-core'
import { type ReservationReading, readReservation } from '../reservation.js'

/** Reads the reservation from a BookTableIntent, relative to the time when the customer spoke. */
export function reservationIn({ requestEnvelope }: HandlerInput): ReservationReading {
  const slots = {
    date: getSlotValue(requestEnvelope, 'date'),
    time: getSlotValue(requestEnvelope, 'time'),
    partySize: getSlotValue(requestEnvelope, 'partySize'),
  }
  return readReservation(slots, new Date(getRequest(requestEnvelope).timestamp))
}
