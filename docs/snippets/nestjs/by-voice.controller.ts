import {
  AlexaRequestGuard,
  AlexaSlot,
  OnIntent,
  Profile,
  ProfileInterceptor,
  type ProfileOf,
  RequireProfile,
} from '@alexa-profile/nestjs'
import { Controller, UseGuards, UseInterceptors } from '@nestjs/common'

const booking = {
  required: ['givenName'],
  purpose: 'book your table',
  consent: 'voice',
  declined: 'withoutName',
} as const

@Controller('alexa')
@UseGuards(AlexaRequestGuard)
@UseInterceptors(ProfileInterceptor)
export class BookingController {
  @OnIntent('BookTableIntent')
  @RequireProfile(booking)
  bookTable(@Profile() { givenName }: ProfileOf<typeof booking>, @AlexaSlot('date') date = 'some day') {
    return `Thank you, ${givenName}. Booked for ${date}.`
  }

  withoutName() {
    return 'Booked, without a name.'
  }
}
