/** A skill on NestJS, in a process of its own. It answers as soon as it has what it requires. */
import 'reflect-metadata'
import {
  AlexaProfileModule,
  OnIntent,
  Profile,
  ProfileInterceptor,
  type ProfileValues,
  RequireProfile,
} from '@alexa-profile/nestjs'
import { Controller, Module, UseInterceptors } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

@Controller('alexa')
@UseInterceptors(ProfileInterceptor)
class SkillController {
  @OnIntent('BookIntent')
  @RequireProfile({ required: ['name', 'givenName', 'email'], optional: ['mobileNumber'] })
  book(@Profile() { givenName }: ProfileValues<'name' | 'givenName' | 'email', 'mobileNumber'>) {
    return `Booked for ${givenName}.`
  }
}

process.once('message', async ({ origin, ca, maxTurns }: { origin: string; ca: string; maxTurns?: null }) => {
  const options = { allowedEndpoints: [origin], ca, ...(maxTurns === null && { maxTurns: Number.POSITIVE_INFINITY }) }

  @Module({ imports: [AlexaProfileModule.forRoot(options)], controllers: [SkillController] })
  class SkillModule {}

  const app = await NestFactory.create(SkillModule, { rawBody: true, logger: ['error'] })
  await app.listen(0, '127.0.0.1')
  process.send?.({ url: `${await app.getUrl()}/alexa` })
})
