import type { Jovo } from '@jovotech/framework'
import { type ReservationReading, readReservation } from './reservation.js'

/** Reads the reservation from a BookTableIntent, relative to the time when the customer spoke. */
export function reservationIn({ $entities, $alexa }: Jovo): ReservationReading {
  const slots = {
    date: $entities.date?.value,
    time: $entities.time?.value,
    partySize: $entities.partySize?.value,
  }
  return readReservation(slots, new Date($alexa?.$request.request?.timestamp ?? Number.NaN))
}

/**
 * Whether the dialog is still open. A request that did not pass Alexa's dialog management, such as a test's, has no
 * dialog state.
 */
export function isDialogOpen({ $alexa }: Jovo): boolean {
  const state = $alexa?.$request.request?.dialogState
  return state === 'STARTED' || state === 'IN_PROGRESS'
}
