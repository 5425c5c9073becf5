import { Inject, Injectable, Logger } from '@nestjs/common'
import type { Booking } from '../bookings/bookings.service.js'
import type { Language } from '../bookings/language.js'
import { detailsOf } from '../log-details.js'
import { type ConfirmationParts, confirmationMail, confirmationText } from './confirmation.js'
import { SEND_MAIL, SEND_TEXT } from './confirmation.tokens.js'
import type { SendMail } from './mailer.js'
import type { SendText } from './send-text.js'
import { welcomeMail } from './welcome-mail.js'

/** What leaves the skill for a customer's mailbox or phone. */
@Injectable()
export class ConfirmationService {
  private readonly logger = new Logger(ConfirmationService.name)

  constructor(
    @Inject(SEND_MAIL) private readonly sendMail: SendMail,
    @Inject(SEND_TEXT) private readonly sendText: SendText,
  ) {}

  /** A booking outlives a mail server that is down. */
  async mail(parts: ConfirmationParts, language: Language): Promise<'mailed' | 'mail-failed'> {
    try {
      await this.sendMail(confirmationMail(parts, language))
      return 'mailed'
    } catch (error) {
      this.logger.error({ event: 'mail-failed', ...detailsOf(error) })
      return 'mail-failed'
    }
  }

  /** Whether the text is on its way. */
  async text(to: string, booking: Booking, language: Language): Promise<boolean> {
    try {
      await this.sendText({ to, text: confirmationText(booking, language) })
      return true
    } catch (error) {
      this.logger.error({ event: 'text-failed', ...detailsOf(error) })
      return false
    }
  }

  /** Rejects when the mail could not be sent: the event that it is for comes again. */
  async welcome(to: string): Promise<void> {
    await this.sendMail(welcomeMail(to))
  }
}
