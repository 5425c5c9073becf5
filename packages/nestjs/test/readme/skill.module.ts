import { AlexaProfileModule } from '@alexa-profile/nestjs'
import { Module } from '@nestjs/common'
import { Bookings } from './bookings.js'
import { SkillController } from './skill.controller.js'

@Module({
  imports: [
    AlexaProfileModule.forRoot({
      skillName: 'Table Talk',
      verification: { skillIds: 'amzn1.ask.skill.your-id' },
    }),
  ],
  controllers: [SkillController],
  providers: [Bookings],
})
export class SkillModule {}
