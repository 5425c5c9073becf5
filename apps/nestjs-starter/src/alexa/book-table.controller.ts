import {
  AlexaEnvelope,
  AlexaProfileService,
  type ConsentAnswer,
  OnIntent,
  Profile,
  type ProfileOf,
  RequireProfile,
} from '@alexa-profile/nestjs'
import { HttpCode, Inject } from '@nestjs/common'
import type { RequestEnvelope } from 'ask-sdk-model'
import { BookingsService } from '../bookings/bookings.service.js'
import { customersClock } from '../bookings/customers-clock.js'
import { languageOf } from '../bookings/language.js'
import { ConfirmationService } from '../confirmation/confirmation.service.js'
import { AlexaController } from './alexa-controller.decorator.js'
import { CompleteReservationInterceptor } from './complete-reservation.interceptor.js'
import { completeReservation } from './complete-reservation.js'
import { reservationIn } from './reservation-in.js'
import { responses } from './responses.js'
import { ssml } from './ssml.js'

const purpose = { en: 'email you the confirmation', de: 'dir die Bestätigung zu schicken' }
const guest = { required: ['givenName', 'email'], optional: ['mobileNumber', 'timeZone'] } as const

/**
 * Books a reservation that `CompleteReservationInterceptor` has accepted. Alexa asks by voice for missing permissions,
 * and then sends the request again with the consent answer, so the customer says everything only once.
 */
@AlexaController(CompleteReservationInterceptor)
export class BookTableController {
  constructor(
    @Inject(AlexaProfileService) private readonly profiles: AlexaProfileService,
    @Inject(BookingsService) private readonly bookings: BookingsService,
    @Inject(ConfirmationService) private readonly confirmation: ConfirmationService,
  ) {}

  @OnIntent('BookTableIntent')
  @HttpCode(200)
  @RequireProfile({ ...guest, purpose, consent: 'voice', declined: 'bookUnderReference' })
  bookTable(@AlexaEnvelope() envelope: RequestEnvelope, @Profile() profile: ProfileOf<typeof guest>) {
    return this.book(envelope, profile)
  }

  /** Books the table without a profile, and sends no email. */
  bookUnderReference(answer: ConsentAnswer, envelope: RequestEnvelope) {
    if (answer.answer === 'redirected-to-app')
      return this.profiles.respondToConsentAnswer(envelope, answer, { purpose })
    return this.book(envelope)
  }

  private async book(envelope: RequestEnvelope, profile?: ProfileOf<typeof guest>) {
    const { reservation } = reservationIn(envelope)
    // The reserved time can pass while Alexa asks for consent.
    if (reservation === undefined) return completeReservation(envelope)
    const language = languageOf(envelope.request.locale)
    const { givenName, mobileNumber } = profile ?? {}
    const timeZone = profile ? profile.timeZone : await this.timeZoneOf(envelope)
    const { userId } = envelope.context.System.user
    const reference = await this.bookings.book(reservation, { userId, givenName, mobileNumber })
    const confirmation = profile
      ? await this.confirmation.mail(
          { to: profile.email, givenName: profile.givenName, reservation, reference },
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
    return ssml(booked)
  }

  /** The time zone needs no permission, so it can be read for a customer who shares nothing. */
  private async timeZoneOf(envelope: RequestEnvelope): Promise<string | undefined> {
    const { timeZone } = await this.profiles.profileFor(envelope).read(['timeZone'], { deadlineMs: 1000 })
    return timeZone.status === 'available' ? timeZone.value : undefined
  }
}
