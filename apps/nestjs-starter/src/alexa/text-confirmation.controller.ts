import { toE164 } from '@alexa-profile/core/phone'
import { AlexaEnvelope, AlexaProfileService, ask, OnIntent } from '@alexa-profile/nestjs'
import { Inject } from '@nestjs/common'
import type { RequestEnvelope } from 'ask-sdk-model'
import { BookingsService } from '../bookings/bookings.service.js'
import { languageOf } from '../bookings/language.js'
import { ConfirmationService } from '../confirmation/confirmation.service.js'
import { AlexaController } from './alexa-controller.decorator.js'
import { responses } from './responses.js'
import { ssml } from './ssml.js'

const purpose = { en: 'text you the confirmation', de: 'dir die Bestätigung als SMS zu schicken' }

/**
 * Texts the confirmation of the latest booking. A customer who asks for a text message has a phone at hand, so a card in the Alexa
 * app asks for the number. The skill asks only if there is a booking.
 */
@AlexaController()
export class TextConfirmationController {
  constructor(
    @Inject(AlexaProfileService) private readonly profiles: AlexaProfileService,
    @Inject(BookingsService) private readonly bookings: BookingsService,
    @Inject(ConfirmationService) private readonly confirmation: ConfirmationService,
  ) {}

  @OnIntent('TextConfirmationIntent')
  async textConfirmation(@AlexaEnvelope() envelope: RequestEnvelope) {
    const language = languageOf(envelope.request.locale)
    const words = responses[language]
    const booking = await this.bookings.latestOf(envelope.context.System.user.userId)
    if (booking === undefined) return ask(ssml(words.nothingBooked), ssml(words.whatNow))
    const decision = await this.profiles.profileFor(envelope).require({ required: ['mobileNumber'] })
    if (decision.action !== 'proceed') {
      return this.profiles.respondTo(envelope, decision, { purpose })
    }
    const number = toE164(decision.profile.mobileNumber)
    if (number.status !== 'valid') return ssml(words.notTexted(number.status, booking.reference))
    const wasTexted = await this.confirmation.text(number.e164, booking, language)
    return ssml(wasTexted ? words.texted : words.notTexted('failed', booking.reference))
  }
}
