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

/** What Alexa tells the skill while nobody talks to it. Whatever throws here, Alexa delivers again. */
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
    // Events come late and twice: only news counts.
    if (known !== undefined && newest(known.consent, event) !== event) return
    const wasWelcomed = known?.wasWelcomed === true || (await this.welcomed(event, envelope))
    await this.customers.keep(event.userId, { consent: event, wasWelcomed })
  }

  @OnSkillDisabled()
  async skillDisabled(@AlexaEvent() { userId, keepsData }: EnablementEvent) {
    if (keepsData) return
    await Promise.all([this.customers.forget(userId), this.bookings.forget(userId)])
  }

  /** Whether the customer has got a welcome mail. */
  private async welcomed({ accepted }: PermissionEvent, envelope: RequestEnvelope): Promise<boolean> {
    if (!accepted.includes('alexa::profile:email:read')) return false
    const decision = await this.profiles.profileFor(envelope).require({ required: ['email'] })
    if (decision.action === 'try-later') throw new Error('The address cannot be read now.')
    if (decision.action !== 'proceed') return false
    await this.confirmation.welcome(decision.profile.email)
    return true
  }
}
