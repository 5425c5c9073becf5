import type { Jovo } from '@jovotech/framework'
import { type ReservationReading, readReservation } from './reservation.js'

/** The reservation as far as this BookTableIntent tells it, as seen at the time when the customer spoke. */
export function reservationIn({ $entities, $alexa }: Jovo): ReservationReading {
  const slots = {
    date: $entities.date?.value,
    time: $entities.time?.value,
    partySize: $entities.partySize?.value,
  }
  return readReservation(slots, new Date($alexa?.$request.request?.timestamp ?? Number.NaN))
}

/** Requests that did not come through Alexa's dialog management, such as a test's, have no dialog state at all. */
export function isDialogOpen({ $alexa }: Jovo): boolean {
  const state = $alexa?.$request.request?.dialogState
  return state === 'STARTED' || state === 'IN_PROGRESS'
}
