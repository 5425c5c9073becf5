import { AlexaProfileModule } from '@alexa-profile/nestjs'
import { getCurrentInvoke } from '@codegenie/serverless-express'
import { Module } from '@nestjs/common'
import { SkillController } from './skill.controller.js'
import { verification } from './verification.js'

@Module({
  imports: [
    AlexaProfileModule.forRoot({
      verification,
      timeLeftMs: () => getCurrentInvoke().context?.getRemainingTimeInMillis(),
    }),
  ],
  controllers: [SkillController],
})
export class AppModule {}
