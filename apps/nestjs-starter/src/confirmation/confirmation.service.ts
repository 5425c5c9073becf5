import { Inject, Injectable, Logger } from '@nestjs/common'
import type { Booking } from '../bookings/bookings.service.js'
import type { Language } from '../bookings/language.js'
import { detailsOf } from '../log-details.js'
import { type ConfirmationParts, confirmationMail, confirmationText } from './confirmation.js'
import { SEND_MAIL, SEND_TEXT } from './confirmation.tokens.js'
import type { SendMail } from './mailer.js'
import type { SendText } from './send-text.js'
import { welcomeMail } from './welcome-mail.js'

/** Sends emails and text messages to customers. */
@Injectable()
export class ConfirmationService {
  private readonly logger = new Logger(ConfirmationService.name)

  constructor(
    @Inject(SEND_MAIL) private readonly sendMail: SendMail,
    @Inject(SEND_TEXT) private readonly sendText: SendText,
  ) {}

  /** Never rejects: the table stays booked if the mail server is down. */
  async mail(parts: ConfirmationParts, language: Language): Promise<'mailed' | 'mail-failed'> {
    try {
      await this.sendMail(confirmationMail(parts, language))
      return 'mailed'
    } catch (error) {
      this.logger.error({ event: 'mail-failed', ...detailsOf(error) })
      return 'mail-failed'
    }
  }

  /** Resolves to whether the text was sent. */
  async text(to: string, booking: Booking, language: Language): Promise<boolean> {
    try {
      await this.sendText({ to, text: confirmationText(booking, language) })
      return true
    } catch (error) {
      this.logger.error({ event: 'text-failed', ...detailsOf(error) })
      return false
    }
  }

  /** Rejects if the email could not be sent, so that Alexa delivers the event again. */
  async welcome(to: string): Promise<void> {
    await this.sendMail(welcomeMail(to))
  }
}
