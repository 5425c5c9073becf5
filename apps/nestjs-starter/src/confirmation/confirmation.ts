import type { Booking } from '../bookings/bookings.service.js'
import { dayOf, peopleOf, timeOf } from '../bookings/format.js'
import { restaurant } from '../bookings/restaurant.js'
import type { Mail } from './mailer.js'

export interface ConfirmationParts extends Booking {
  readonly to: string
  readonly givenName: string
}

/** The mail that confirms a booking. */
export function confirmationMail({ to, givenName, reservation, reference }: ConfirmationParts): Mail {
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
      `  Place:     ${restaurant.address}`,
      `  Reference: ${reference}`,
      '',
      'We look forward to seeing you.',
      '',
    ].join('\n'),
  }
}

/** The text message that confirms a booking: short, and without the name. */
export function confirmationText({ reservation, reference }: Booking): string {
  const { date, time, partySize } = reservation
  return `${restaurant.name}: ${dayOf(date)}, ${timeOf(time)}, ${peopleOf(partySize)}. Reference: ${reference}`
}
