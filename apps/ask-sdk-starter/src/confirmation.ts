import { dayOf, peopleOf, timeOf } from './format.js'
import type { Mail } from './mailer.js'
import type { Reservation } from './reservation.js'
import { restaurant } from './restaurant.js'

export interface ConfirmationParts {
  readonly to: string
  readonly givenName: string
  readonly reservation: Reservation
  readonly reference: string
}

/** The mail that confirms a booking. */
export function confirmation({ to, givenName, reservation, reference }: ConfirmationParts): Mail {
  const day = dayOf(reservation.date)
  return {
    to,
    subject: `Your table on ${day}`,
    text: [
      `Hello ${givenName},`,
      '',
      `your table at ${restaurant.name} is booked:`,
      '',
      `  Day:       ${day}`,
      `  Time:      ${timeOf(reservation.time)}`,
      `  Party:     ${peopleOf(reservation.partySize)}`,
      `  Reference: ${reference}`,
      '',
      'We look forward to seeing you.',
      '',
    ].join('\n'),
  }
}
