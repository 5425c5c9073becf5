import 'reflect-metadata'
import type { Emulator } from '@alexa-profile/emulator'
import {
  AlexaProfileModule,
  AlexaRequestGuard,
  OnIntent,
  Profile,
  ProfileInterceptor,
  type ProfileValues,
  RequireProfile,
} from '@alexa-profile/nestjs'
import { Controller, Module, UseGuards, UseInterceptors } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

@Controller('alexa')
@UseGuards(AlexaRequestGuard)
@UseInterceptors(ProfileInterceptor)
class SkillController {
  @OnIntent('EmailIntent')
  @RequireProfile({ required: ['email'], purpose: 'write to you' })
  sayEmail(@Profile() profile: ProfileValues<'email'>) {
    const email: string = profile.email
    return `I will write to ${email}.`
  }
}

/** A server that accepts only requests from Alexa, which the emulator signs. */
export async function createSkill(emulator: Emulator) {
  const { root, certificateChain } = await emulator.signer()
  const profile = AlexaProfileModule.forRoot({
    skillName: 'Consumer',
    allowedEndpoints: [emulator.url],
    verification: {
      skillIds: 'amzn1.ask.skill.table-talk',
      trustedRoots: root,
      fetchCertificate: () => certificateChain,
    },
  })

  @Module({ imports: [profile], controllers: [SkillController] })
  class SkillModule {}

  const app = await NestFactory.create(SkillModule, { rawBody: true, logger: ['error', 'warn'] })
  await app.listen(0, '127.0.0.1')
  return `${await app.getUrl()}/alexa`
}
