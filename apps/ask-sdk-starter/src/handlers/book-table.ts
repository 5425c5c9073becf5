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
 * Books what `completeReservation` has let through. Alexa asks by voice for what is not shared yet, and brings the
 * request back here with the answer, so that nobody has to say it twice.
 */
export function bookTable({ alexaProfile, bookings, sendMail, log }: BookTableParts): RequestHandler {
  const { client, profileFor, requireProfile, respondToConsentAnswer } = alexaProfile

  /** A booking outlives a mail server that is down. */
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

  /** The time zone needs no permission, so it is there for a customer who shares nothing. */
  async function timeZoneOf(input: HandlerInput): Promise<string | undefined> {
    const { timeZone } = await profileFor(input).read(['timeZone'], { deadlineMs: 1000 })
    return timeZone.status === 'available' ? timeZone.value : undefined
  }

  /** Without a profile there is no mail, but there is a table. */
  async function book(input: HandlerInput, decision?: BookingDecision): Promise<Response> {
    const { reservation } = reservationIn(input)
    // The time can pass while Alexa asks for consent.
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
    // Nobody is asked twice for what the skill can do without.
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
      purpose: { en: 'mail you the confirmation', de: 'dir die Bestätigung zu schicken' },
    },
    {
      canHandle: isIntent('BookTableIntent'),
      handle: (input, _profile, decision) => book(input, decision),
      declined: (input, answer) =>
        answer.answer === 'redirected-to-app' ? respondToConsentAnswer(input, answer) : book(input),
    },
  )
}

/** An optional field never keeps the skill from going on. The decision tells what became of it. */
function canOfferDirections(decision: BookingDecision | undefined): boolean {
  const postalCode = decision?.missing.find(({ field }) => field === 'countryAndPostalCode')
  return postalCode?.result.status === 'permission-missing'
}
