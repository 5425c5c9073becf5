import type { Booking } from './bookings.js'
import { dayOf, peopleOf, timeOf } from './format.js'
import type { Language } from './language.js'
import type { Mail } from './mailer.js'
import { restaurant } from './restaurant.js'

export interface ConfirmationParts extends Booking {
  readonly to: string
  readonly givenName: string
}

const words = {
  en: {
    subject: (day: string) => `Your table on ${day}`,
    hello: (name: string) => `Hello ${name},`,
    booked: `your table at ${restaurant.name} is booked:`,
    labels: ['Day:', 'Time:', 'Party:', 'Place:', 'Reference:'],
    goodbye: 'We look forward to seeing you.',
  },
  de: {
    subject: (day: string) => `Dein Tisch am ${day}`,
    hello: (name: string) => `Hallo ${name},`,
    booked: `dein Tisch im ${restaurant.name} ist reserviert:`,
    labels: ['Tag:', 'Uhrzeit:', 'Gäste:', 'Ort:', 'Nummer:'],
    goodbye: 'Wir freuen uns auf euch.',
  },
}

/** The email that confirms a booking. */
export function confirmationMail(
  { to, givenName, reservation, reference }: ConfirmationParts,
  language: Language,
): Mail {
  const { subject, hello, booked, labels, goodbye } = words[language]
  const day = dayOf(reservation.date, language)
  const time = timeOf(reservation.time, language)
  const values = [day, time, peopleOf(reservation.partySize, language), restaurant.address, reference]
  const table = labels.map((label, index) => `  ${label.padEnd(11)}${values[index]}`)
  return { to, subject: subject(day), text: [hello(givenName), '', booked, '', ...table, '', goodbye, ''].join('\n') }
}

/** The text message that confirms a booking: short, and without the name. */
export function confirmationText({ reservation, reference }: Booking, language: Language): string {
  const { date, time, partySize } = reservation
  const table = [dayOf(date, language), timeOf(time, language), peopleOf(partySize, language)].join(', ')
  return `${restaurant.name}: ${table}. ${words[language].labels.at(-1)} ${reference}`
}
