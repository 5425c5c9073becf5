import type { AlexaProfile } from '@alexa-profile/ask-sdk'
import { getUserId, type RequestHandler } from 'ask-sdk-core'
import { answers } from '../answers.js'
import type { Bookings } from '../bookings.js'
import { type ConfirmationParts, confirmationMail } from '../confirmation.js'
import { detailsOf, type Log } from '../log.js'
import type { SendMail } from '../mailer.js'
import { completeReservation } from './complete-reservation.js'
import { isIntent } from './is-intent.js'
import { reservationIn } from './reservation-in.js'

export interface BookTableParts {
  readonly alexaProfile: AlexaProfile
  readonly bookings: Bookings
  readonly sendMail: SendMail
  readonly log: Log
}

/**
 * Books what `completeReservation` has let through. Alexa asks by voice for what is not shared yet, and brings the
 * request back here with the answer, so that nobody has to say it twice.
 */
export function bookTable({ alexaProfile, bookings, sendMail, log }: BookTableParts): RequestHandler {
  /** A booking outlives a mail server that is down. */
  async function mailed(parts: ConfirmationParts): Promise<boolean> {
    try {
      await sendMail(confirmationMail(parts))
      return true
    } catch (error) {
      log('mail-failed', detailsOf(error))
      return false
    }
  }

  return alexaProfile.requireProfile(
    {
      required: ['givenName', 'email'],
      optional: ['mobileNumber'],
      consent: 'voice',
      purpose: 'mail you the confirmation',
    },
    {
      canHandle: isIntent('BookTableIntent'),
      async handle(input, { givenName, email, mobileNumber }) {
        const { reservation } = reservationIn(input)
        // The time can pass while Alexa asks for consent.
        if (reservation === undefined) return completeReservation.handle(input)
        const userId = getUserId(input.requestEnvelope)
        const reference = await bookings.book(reservation, { userId, givenName, mobileNumber })
        const wasMailed = await mailed({ to: email, givenName, reservation, reference })
        const confirmation = wasMailed ? 'mailed' : 'mail-failed'
        const hasPhone = mobileNumber !== undefined
        return input.responseBuilder
          .speak(answers.booked({ reservation, reference, givenName, confirmation, hasPhone }))
          .withShouldEndSession(true)
          .getResponse()
      },
      /** A table can be booked without a name, only the mail cannot be sent without an address. */
      async declined(input, answer) {
        const { requestEnvelope, responseBuilder } = input
        if (answer.answer === 'redirected-to-app') {
          return alexaProfile.client.respondToAnswer(answer, { envelope: requestEnvelope })
        }
        const { reservation } = reservationIn(input)
        if (reservation === undefined) return completeReservation.handle(input)
        const reference = await bookings.book(reservation, { userId: getUserId(requestEnvelope) })
        return responseBuilder
          .speak(answers.booked({ reservation, reference, confirmation: 'no-consent', hasPhone: false }))
          .withShouldEndSession(true)
          .getResponse()
      },
    },
  )
}
