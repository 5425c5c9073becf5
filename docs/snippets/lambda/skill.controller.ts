import {
  AlexaRequestGuard,
  OnIntent,
  Profile,
  ProfileInterceptor,
  type ProfileValues,
  RequireProfile,
} from '@alexa-profile/nestjs'
import { Controller, UseGuards, UseInterceptors } from '@nestjs/common'

@Controller('alexa')
@UseGuards(AlexaRequestGuard)
@UseInterceptors(ProfileInterceptor)
export class SkillController {
  @OnIntent('BookTableIntent')
  @RequireProfile({ required: ['givenName'], purpose: 'book your table' })
  bookTable(@Profile() { givenName }: ProfileValues<'givenName'>) {
    return `Thank you, ${givenName}, your table is booked.`
  }
}
