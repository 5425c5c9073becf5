import {
  AlexaRequestGuard,
  AlexaSlot,
  ask,
  OnFallback,
  OnIntent,
  OnLaunch,
  Profile,
  ProfileInterceptor,
  type ProfileValues,
  RequireProfile,
} from '@alexa-profile/nestjs'
import { Controller, Inject, UseGuards, UseInterceptors } from '@nestjs/common'
import { Bookings } from './bookings.js'

@Controller('alexa')
@UseGuards(AlexaRequestGuard)
@UseInterceptors(ProfileInterceptor)
export class SkillController {
  constructor(@Inject(Bookings) private readonly bookings: Bookings) {}

  @OnLaunch()
  welcome() {
    return ask('Welcome to Table Talk. For which day may I book a table?')
  }

  @OnIntent('BookTableIntent')
  @RequireProfile({ required: ['givenName', 'email'], optional: ['mobileNumber'], purpose: 'book your table' })
  async bookTable(
    @Profile() { givenName, email, mobileNumber }: ProfileValues<'givenName' | 'email', 'mobileNumber'>,
    @AlexaSlot('date') date?: string,
  ) {
    await this.bookings.book({ email, phone: mobileNumber?.phoneNumber, date })
    return `Thank you, ${givenName}, your table is booked.`
  }

  @OnFallback()
  help() {
    return 'Sorry, I can only book tables.'
  }
}
