import type { AlexaProfile, CountryAndPostalCode, Proceed } from '@alexa-profile/ask-sdk'
import { getUserId, type HandlerInput, type RequestHandler } from 'ask-sdk-core'
import type { Response } from 'ask-sdk-model'
import type { Bookings } from '../bookings.js'
import { type ConfirmationParts, confirmationMail } from '../confirmation.js'
import { customersClock } from '../customers-clock.js'
import { directionsFrom, offerDirections } from '../directions.js'
import type { Language } from '../language.js'
import { detailsOf, type Log } from '../log.js'
import type { SendMail } from '../mailer.js'
import { responses } from '../responses.js'
import { completeReservation } from './complete-reservation.js'
import { isIntent } from './is-intent.js'
import { languageIn } from './language-in.js'
import { reservationIn } from './reservation-in.js'

type BookingDecision = Proceed<'givenName' | 'email', 'mobileNumber' | 'timeZone' | 'countryAndPostalCode'>

export interface BookTableParts {
  readonly alexaProfile: Pick<AlexaProfile, 'client' | 'profileFor' | 'requireProfile' | 'respondToConsentAnswer'>
  readonly bookings: Bookings
  readonly sendMail: SendMail
  readonly log: Log
}

/**
 * Books a reservation that `completeReservation` has accepted. Alexa asks by voice for missing permissions, and then
 * sends the request again with the consent answer, so the customer says everything only once.
 */
export function bookTable({ alexaProfile, bookings, sendMail, log }: BookTableParts): RequestHandler {
  const { client, profileFor, requireProfile, respondToConsentAnswer } = alexaProfile

  /** Never rejects: the table stays booked if the mail server is down. */
  async function mail(
    parts: ConfirmationParts,
    from: CountryAndPostalCode | undefined,
    language: Language,
  ): Promise<'mailed' | 'mail-failed'> {
    const confirmation = confirmationMail(parts, language)
    try {
      await sendMail(
        from ? { ...confirmation, text: `${confirmation.text}\n${directionsFrom(from, language)}\n` } : confirmation,
      )
      return 'mailed'
    } catch (error) {
      log('mail-failed', detailsOf(error))
      return 'mail-failed'
    }
  }

  /** The time zone needs no permission, so it can be read for a customer who shares nothing. */
  async function timeZoneOf(input: HandlerInput): Promise<string | undefined> {
    const { timeZone } = await profileFor(input).read(['timeZone'], { deadlineMs: 1000 })
    return timeZone.status === 'available' ? timeZone.value : undefined
  }

  /** Without a profile, books the table but sends no email. */
  async function book(input: HandlerInput, decision?: BookingDecision): Promise<Response> {
    const { reservation } = reservationIn(input)
    // The reserved time can pass while Alexa asks for consent.
    if (reservation === undefined) return completeReservation.handle(input)
    const language = languageIn(input)
    const profile = decision?.profile
    const { givenName, mobileNumber } = profile ?? {}
    const timeZone = profile ? profile.timeZone : await timeZoneOf(input)
    const userId = getUserId(input.requestEnvelope)
    const isFirst = (await bookings.latestOf(userId)) === undefined
    const reference = await bookings.book(reservation, { userId, givenName, mobileNumber })
    const confirmation = profile
      ? await mail(
          { to: profile.email, givenName: profile.givenName, reservation, reference },
          profile.countryAndPostalCode,
          language,
        )
      : 'no-consent'
    const booked = responses[language].booked({
      reservation,
      reference,
      givenName,
      confirmation,
      hasPhone: mobileNumber !== undefined,
      customersClock: customersClock(reservation, timeZone, language),
    })
    const response = input.responseBuilder.withShouldEndSession(true)
    if (!isFirst || !canOfferDirections(decision)) return response.speak(booked).getResponse()
    // Only the first booking asks for an optional field.
    const { permissions } = client.consentCard(['countryAndPostalCode'])
    return response
      .speak(`${booked} ${offerDirections[language]}`)
      .withAskForPermissionsConsentCard(permissions)
      .getResponse()
  }

  return requireProfile(
    {
      required: ['givenName', 'email'],
      optional: ['mobileNumber', 'timeZone', 'countryAndPostalCode'],
      consent: 'voice',
      purpose: { en: 'email you the confirmation', de: 'dir die Bestätigung zu schicken' },
    },
    {
      canHandle: isIntent('BookTableIntent'),
      handle: (input, _profile, decision) => book(input, decision),
      declined: (input, answer) =>
        answer.answer === 'redirected-to-app' ? respondToConsentAnswer(input, answer) : book(input),
    },
  )
}

/** An optional field that is missing does not stop the skill. The decision has its result. */
function canOfferDirections(decision: BookingDecision | undefined): boolean {
  const postalCode = decision?.missing.find(({ field }) => field === 'countryAndPostalCode')
  return postalCode?.result.status === 'permission-missing'
}
