import type { AlexaProfile } from '@alexa-profile/ask-sdk'
import type { RequestHandler } from 'ask-sdk-core'
import { answers } from '../answers.js'
import type { Bookings } from '../bookings.js'
import { type ConfirmationParts, confirmation } from '../confirmation.js'
import { detailsOf, type Log } from '../log.js'
import type { SendMail } from '../mailer.js'
import { isIntent } from './is-intent.js'
import { reservationIn } from './reservation-in.js'

export interface BookTableParts {
  readonly requireProfile: AlexaProfile['requireProfile']
  readonly bookings: Bookings
  readonly sendMail: SendMail
  readonly log: Log
}

export function bookTable({ requireProfile, bookings, sendMail, log }: BookTableParts): RequestHandler {
  /** A booking outlives a mail server that is down. */
  async function mailed(parts: ConfirmationParts): Promise<boolean> {
    try {
      await sendMail(confirmation(parts))
      return true
    } catch (error) {
      log('mail-failed', detailsOf(error))
      return false
    }
  }

  const isBookTable = isIntent('BookTableIntent')
  return requireProfile(
    { required: ['givenName', 'email'], optional: ['mobileNumber'], purpose: 'book your table' },
    {
      canHandle: (input) => isBookTable(input) && reservationIn(input).reservation !== undefined,
      async handle(input, { givenName, email, mobileNumber }) {
        const { reservation } = reservationIn(input)
        if (reservation === undefined) throw new Error('canHandle lets only whole reservations through.')
        const reference = await bookings.book(reservation, { givenName, mobileNumber })
        const wasMailed = await mailed({ to: email, givenName, reservation, reference })
        return input.responseBuilder
          .speak(answers.booked({ reservation, reference, givenName, wasMailed, hasPhone: mobileNumber !== undefined }))
          .withShouldEndSession(true)
          .getResponse()
      },
    },
  )
}
