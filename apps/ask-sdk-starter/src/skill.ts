import { acknowledgeEvents, createAlexaProfile, type ProfileClientOptions } from '@alexa-profile/ask-sdk'
import { type Skill, SkillBuilders } from 'ask-sdk-core'
import skillPackage from '../skill-package/skill.json' with { type: 'json' }
import { type Bookings, inMemoryBookings } from './bookings.js'
import { type Customers, inMemoryCustomers } from './customers.js'
import { bookTable } from './handlers/book-table.js'
import { completeReservation } from './handlers/complete-reservation.js'
import { fallback } from './handlers/fallback.js'
import { goodbye } from './handlers/goodbye.js'
import { help } from './handlers/help.js'
import { launch } from './handlers/launch.js'
import { sessionEnded } from './handlers/session-ended.js'
import { skillEvents } from './handlers/skill-events.js'
import { somethingFailed } from './handlers/something-failed.js'
import { textConfirmation } from './handlers/text-confirmation.js'
import { type Log, logToConsole } from './log.js'
import { createMailer, type MailOptions } from './mailer.js'
import { noTextProvider, type SendText } from './send-text.js'

/** The services that the skill uses. Without options, it books in memory and sends no emails or texts. */
export interface SkillOptions {
  /** Options for reading profiles. Tests add the emulator's origin to `allowedEndpoints`. */
  readonly profile?: ProfileClientOptions
  readonly mail?: MailOptions
  /** Where the data is stored. Default: in memory, lost when the process ends. */
  readonly bookings?: Bookings
  /** Where the data is stored. Default: in memory, lost when the process ends. */
  readonly customers?: Customers
  /** Sends text messages. Without it, the customer hears that texting failed. */
  readonly sendText?: SendText
  /** Writes to the log. Default: one line of JSON on the console. */
  readonly log?: Log
}

export function createSkill({
  profile,
  mail,
  bookings = inMemoryBookings(),
  customers = inMemoryCustomers(),
  sendText = noTextProvider,
  log = logToConsole,
}: SkillOptions = {}): Skill {
  const alexaProfile = createAlexaProfile({ skillName: 'Table Talk', declaredScopes: skillPackage, ...profile })
  const sendMail = createMailer(mail)
  return SkillBuilders.custom()
    .addRequestHandlers(
      launch,
      completeReservation,
      bookTable({ alexaProfile, bookings, sendMail, log }),
      textConfirmation({ alexaProfile, bookings, sendText, log }),
      help,
      goodbye,
      fallback,
      sessionEnded({ log }),
      ...skillEvents({ alexaProfile, bookings, customers, sendMail }),
      acknowledgeEvents(),
    )
    .addErrorHandlers(somethingFailed({ log }))
    .create()
}
