import { Module } from '@nestjs/common'
import { ConfigModule } from '@nestjs/config'
import { type AppConfig, appConfig } from '../config/app.config.js'
import { ConfirmationService } from './confirmation.service.js'
import { SEND_MAIL, SEND_TEXT } from './confirmation.tokens.js'
import { createMailer } from './mailer.js'
import { noTextProvider } from './send-text.js'

@Module({
  imports: [ConfigModule.forFeature(appConfig)],
  providers: [
    { provide: SEND_MAIL, inject: [appConfig.KEY], useFactory: ({ mail }: AppConfig) => createMailer(mail) },
    { provide: SEND_TEXT, useValue: noTextProvider },
    ConfirmationService,
  ],
  exports: [ConfirmationService],
})
export class ConfirmationModule {}
