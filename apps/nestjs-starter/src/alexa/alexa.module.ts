import { AlexaProfileModule } from '@alexa-profile/nestjs'
import { Module } from '@nestjs/common'
import { ConfigModule } from '@nestjs/config'
import { BookingsModule } from '../bookings/bookings.module.js'
import { appConfig } from '../config/app.config.js'
import { ConfirmationModule } from '../confirmation/confirmation.module.js'
import { CustomersModule } from '../customers/customers.module.js'
import { BookTableController } from './book-table.controller.js'
import { ConversationController } from './conversation.controller.js'
import { profileOptions } from './profile-options.js'
import { SkillEventsController } from './skill-events.controller.js'
import { TextConfirmationController } from './text-confirmation.controller.js'

@Module({
  imports: [
    AlexaProfileModule.forRootAsync({
      imports: [ConfigModule.forFeature(appConfig)],
      inject: [appConfig.KEY],
      useFactory: profileOptions,
    }),
    BookingsModule,
    CustomersModule,
    ConfirmationModule,
  ],
  controllers: [ConversationController, BookTableController, TextConfirmationController, SkillEventsController],
})
export class AlexaModule {}
