import { type ProfileClientOptions, ProfilePlugin } from '@alexa-profile/jovo/v3'
import { App } from 'jovo-framework'
import { Alexa } from 'jovo-platform-alexa'
import skillPackage from '../skill-package/skill.json' with { type: 'json' }
import { type Bookings, inMemoryBookings } from './bookings.js'
import { jovoConfig } from './config.js'
import { type Customers, inMemoryCustomers } from './customers.js'
import { bookTable } from './handlers/book-table.js'
import { fallback } from './handlers/fallback.js'
import { goodbye } from './handlers/goodbye.js'
import { help } from './handlers/help.js'
import { launch } from './handlers/launch.js'
import { sessionEnded } from './handlers/session-ended.js'
import { skillEvents } from './handlers/skill-events.js'
import { somethingFailed } from './handlers/something-failed.js'
import { textConfirmation } from './handlers/text-confirmation.js'
import { type Log, logToConsole } from './log.js'
import './jovo-settings.js'
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

export function createApp({
  profile,
  mail,
  bookings = inMemoryBookings(),
  customers = inMemoryCustomers(),
  sendText = noTextProvider,
  log = logToConsole,
}: SkillOptions = {}): App {
  const sendMail = createMailer(mail)
  const app = new App(jovoConfig)
  app.use(new Alexa(), new ProfilePlugin({ skillName: 'Table Talk', declaredScopes: skillPackage, ...profile }))
  app.setHandler(
    launch,
    bookTable({ bookings, sendMail, log }),
    textConfirmation({ bookings, sendText, log }),
    help,
    goodbye,
    fallback,
    sessionEnded({ log }),
    skillEvents({ bookings, customers, sendMail }),
    somethingFailed({ log }),
  )
  return app
}
