import {
  AlexaEvent,
  AlexaRequestGuard,
  type EnablementEvent,
  OnPermissionEvent,
  OnSkillDisabled,
  type PermissionEvent,
  ProfileField,
  ProfileInterceptor,
  type ProfileResult,
} from '@alexa-profile/nestjs'
import { Controller, Inject, UseGuards, UseInterceptors } from '@nestjs/common'
import { Customers } from './customers.js'

@Controller('alexa')
@UseGuards(AlexaRequestGuard)
@UseInterceptors(ProfileInterceptor)
export class EventsController {
  constructor(@Inject(Customers) private readonly customers: Customers) {}

  @OnPermissionEvent()
  async consentChanged(@AlexaEvent() event: PermissionEvent, @ProfileField('email') email: ProfileResult<string>) {
    if (email.status === 'available') await this.customers.welcome(event.userId, email.value)
    if (email.status === 'permission-missing') await this.customers.forget(event.userId)
  }

  @OnSkillDisabled()
  async left(@AlexaEvent() { userId, keepsData }: EnablementEvent) {
    if (!keepsData) await this.customers.forget(userId)
  }
}
