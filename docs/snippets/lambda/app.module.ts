import { AlexaProfileModule } from '@alexa-profile/nestjs'
import { getCurrentInvoke } from '@codegenie/serverless-express'
import { Module } from '@nestjs/common'
import { SkillController } from './skill.controller.js'
import { verification } from './verification.js'

const emulator = process.env.ALEXA_PROFILE_ENDPOINT // in development only

@Module({
  imports: [
    AlexaProfileModule.forRoot({
      verification,
      timeLeftMs: () => getCurrentInvoke().context?.getRemainingTimeInMillis(),
      allowedEndpoints: emulator ? [emulator] : [],
    }),
  ],
  controllers: [SkillController],
})
export class AppModule {}
