import type { AlexaProfile, Profile } from '@alexa-profile/ask-sdk'
import { getUserId, type HandlerInput, type RequestHandler } from 'ask-sdk-core'
import type { Response } from 'ask-sdk-model'
import { answers } from '../answers.js'
import type { Bookings } from '../bookings.js'
import { type ConfirmationParts, confirmationMail } from '../confirmation.js'
import { detailsOf, type Log } from '../log.js'
import type { SendMail } from '../mailer.js'
import { completeReservation } from './complete-reservation.js'
import { isIntent } from './is-intent.js'
import { reservationIn } from './reservation-in.js'

export interface BookTableParts {
  readonly alexaProfile: Pick<AlexaProfile, 'requireProfile' | 'respondToConsentAnswer'>
  readonly bookings: Bookings
  readonly sendMail: SendMail
  readonly log: Log
}

/**
 * Books what `completeReservation` has let through. Alexa asks by voice for what is not shared yet, and brings the
 * request back here with the answer, so that nobody has to say it twice.
 */
export function bookTable({ alexaProfile, bookings, sendMail, log }: BookTableParts): RequestHandler {
  const { requireProfile, respondToConsentAnswer } = alexaProfile

  /** A booking outlives a mail server that is down. */
  async function mail(parts: ConfirmationParts): Promise<'mailed' | 'mail-failed'> {
    try {
      await sendMail(confirmationMail(parts))
      return 'mailed'
    } catch (error) {
      log('mail-failed', detailsOf(error))
      return 'mail-failed'
    }
  }

  /** Without a profile there is no mail, but there is a table. */
  async function book(
    input: HandlerInput,
    profile?: Profile<'givenName' | 'email', 'mobileNumber'>,
  ): Promise<Response> {
    const { reservation } = reservationIn(input)
    // The time can pass while Alexa asks for consent.
    if (reservation === undefined) return completeReservation.handle(input)
    const { givenName, mobileNumber } = profile ?? {}
    const guest = { userId: getUserId(input.requestEnvelope), givenName, mobileNumber }
    const reference = await bookings.book(reservation, guest)
    const confirmation = profile
      ? await mail({ to: profile.email, givenName: profile.givenName, reservation, reference })
      : 'no-consent'
    const hasPhone = mobileNumber !== undefined
    return input.responseBuilder
      .speak(answers.booked({ reservation, reference, givenName, confirmation, hasPhone }))
      .withShouldEndSession(true)
      .getResponse()
  }

  return requireProfile(
    {
      required: ['givenName', 'email'],
      optional: ['mobileNumber'],
      consent: 'voice',
      purpose: 'mail you the confirmation',
    },
    {
      canHandle: isIntent('BookTableIntent'),
      handle: (input, profile) => book(input, profile),
      declined: (input, answer) =>
        answer.answer === 'redirected-to-app' ? respondToConsentAnswer(input, answer) : book(input),
    },
  )
}
