import { AlexaProfileModule } from '@alexa-profile/nestjs'
import { Module } from '@nestjs/common'
import { ConfigModule, ConfigService } from '@nestjs/config'
import { Bookings } from './bookings.js'
import { SkillController } from './skill.controller.js'
import { trustEmulator } from './trust-emulator.js'

@Module({
  imports: [
    AlexaProfileModule.forRootAsync({
      imports: [ConfigModule.forRoot()],
      inject: [ConfigService],
      useFactory: async (config: ConfigService) => {
        const emulator = config.get<string>('ALEXA_PROFILE_ENDPOINT') // in development only
        const trust = emulator ? await trustEmulator(emulator) : {}
        return {
          skillName: 'Table Talk',
          verification: { skillIds: config.getOrThrow<string>('SKILL_ID'), ...trust },
        }
      },
    }),
  ],
  controllers: [SkillController],
  providers: [Bookings],
})
export class AppModule {}
