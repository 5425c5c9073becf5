import { type Profile, requireProfile } from '@alexa-profile/jovo/v3'
import type { Handler, Jovo } from 'jovo-framework'
import type { Bookings } from '../bookings.js'
import { type ConfirmationParts, confirmationMail } from '../confirmation.js'
import { customersClock } from '../customers-clock.js'
import type { Language } from '../language.js'
import { detailsOf, type Log } from '../log.js'
import type { SendMail } from '../mailer.js'
import { responses } from '../responses.js'
import { completeReservation, isIncomplete } from './complete-reservation.js'
import { languageIn } from './language-in.js'
import { reservationIn } from './reservation-in.js'
import { userIdOf } from './user-id.js'

export interface BookTableParts {
  readonly bookings: Bookings
  readonly sendMail: SendMail
  readonly log: Log
}

type BookingProfile = Profile<'givenName' | 'email', 'mobileNumber' | 'timeZone'>

const purpose = { en: 'email you the confirmation', de: 'dir die Bestätigung zu schicken' }

/**
 * Books when the reservation is complete. Alexa asks by voice for missing permissions, and then sends the request again
 * with the consent answer, so the customer says everything only once.
 */
export function bookTable({ bookings, sendMail, log }: BookTableParts): Handler {
  /** Never rejects: the table stays booked if the mail server is down. */
  async function mail(parts: ConfirmationParts, language: Language): Promise<'mailed' | 'mail-failed'> {
    try {
      await sendMail(confirmationMail(parts, language))
      return 'mailed'
    } catch (error) {
      log('mail-failed', detailsOf(error))
      return 'mail-failed'
    }
  }

  /** Without a profile, books the table but sends no email. */
  async function book(jovo: Jovo, profile?: BookingProfile): Promise<void> {
    const { reservation } = reservationIn(jovo)
    if (reservation === undefined) return completeReservation(jovo)
    const language = languageIn(jovo)
    const { givenName, mobileNumber } = profile ?? {}
    const timeZone = profile ? profile.timeZone : await timeZoneOf(jovo)
    const reference = await bookings.book(reservation, { userId: userIdOf(jovo), givenName, mobileNumber })
    const confirmation = profile
      ? await mail({ to: profile.email, givenName: profile.givenName, reservation, reference }, language)
      : 'no-consent'
    const booked = responses[language].booked({
      reservation,
      reference,
      givenName,
      confirmation,
      hasPhone: mobileNumber !== undefined,
      customersClock: customersClock(reservation, timeZone, language),
    })
    jovo.tell(booked)
  }

  const bookForCustomer = requireProfile(
    {
      required: ['givenName', 'email'],
      optional: ['mobileNumber', 'timeZone'],
      consent: 'voice',
      purpose,
      declined({ answer }) {
        return answer === 'redirected-to-app' ? this.$profile.respondTo(undefined, { purpose }) : book(this)
      },
    },
    function (profile) {
      return book(this, profile)
    },
  )

  return {
    // Checked again after the consent answer, because the reserved time can pass while Alexa asks for consent.
    BookTableIntent() {
      return isIncomplete(this) ? completeReservation(this) : bookForCustomer.call(this)
    },
  }
}

/** It needs no permission, so it is there for a customer who shares nothing. */
async function timeZoneOf(jovo: Jovo): Promise<string | undefined> {
  const { timeZone } = await jovo.$profile.read(['timeZone'], { deadlineMs: 1000 })
  return timeZone.status === 'available' ? timeZone.value : undefined
}
