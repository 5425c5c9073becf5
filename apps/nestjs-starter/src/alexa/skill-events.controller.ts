import {
  AlexaEnvelope,
  AlexaEvent,
  AlexaProfileService,
  type EnablementEvent,
  newest,
  OnPermissionEvent,
  OnSkillDisabled,
  type PermissionEvent,
} from '@alexa-profile/nestjs'
import { Inject } from '@nestjs/common'
import type { RequestEnvelope } from 'ask-sdk-model'
import { BookingsService } from '../bookings/bookings.service.js'
import { ConfirmationService } from '../confirmation/confirmation.service.js'
import { CustomersService } from '../customers/customers.service.js'
import { AlexaController } from './alexa-controller.decorator.js'

/** Handles skill events. Alexa sends them without a conversation, and delivers an event again if its handler throws. */
@AlexaController()
export class SkillEventsController {
  constructor(
    @Inject(AlexaProfileService) private readonly profiles: AlexaProfileService,
    @Inject(BookingsService) private readonly bookings: BookingsService,
    @Inject(CustomersService) private readonly customers: CustomersService,
    @Inject(ConfirmationService) private readonly confirmation: ConfirmationService,
  ) {}

  @OnPermissionEvent()
  async permissionsChanged(@AlexaEvent() event: PermissionEvent, @AlexaEnvelope() envelope: RequestEnvelope) {
    const known = await this.customers.find(event.userId)
    // An event may come late or twice. Only the newest counts.
    if (known !== undefined && newest(known.consent, event) !== event) return
    const wasWelcomed = known?.wasWelcomed === true || (await this.welcomed(event, envelope))
    await this.customers.keep(event.userId, { consent: event, wasWelcomed })
  }

  @OnSkillDisabled()
  async skillDisabled(@AlexaEvent() { userId, keepsData }: EnablementEvent) {
    if (keepsData) return
    await Promise.all([this.customers.forget(userId), this.bookings.forget(userId)])
  }

  /** Sends a welcome email if the email address can be read. Resolves to whether it was sent. */
  private async welcomed({ accepted }: PermissionEvent, envelope: RequestEnvelope): Promise<boolean> {
    if (!accepted.includes('alexa::profile:email:read')) return false
    const decision = await this.profiles.profileFor(envelope).require({ required: ['email'] })
    if (decision.action === 'try-later') throw new Error('The email address could not be read.')
    if (decision.action !== 'proceed') return false
    await this.confirmation.welcome(decision.profile.email)
    return true
  }
}
