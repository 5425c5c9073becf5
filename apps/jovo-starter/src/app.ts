import { type ProfileClientOptions, ProfilePlugin } from '@alexa-profile/jovo'
import { App, Logger } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'
import skillPackage from '../skill-package/skill.json' with { type: 'json' }
import { type Bookings, inMemoryBookings } from './bookings.js'
import { BookTableComponent } from './components/BookTableComponent.js'
import { GlobalComponent } from './components/GlobalComponent.js'
import { SkillEventsComponent } from './components/SkillEventsComponent.js'
import { TextConfirmationComponent } from './components/TextConfirmationComponent.js'
import { type Customers, inMemoryCustomers } from './customers.js'
import { type Log, logToConsole } from './log.js'
import { createMailer, type MailOptions } from './mailer.js'
import { noTextProvider, type SendText } from './send-text.js'
import type { Services } from './services.js'
import { somethingFailed } from './something-failed.js'

/** What the skill needs of the world. Without options it books in memory and sends neither mails nor texts. */
export interface SkillOptions {
  /** How customers' profiles are read; tests add the emulator's origin to `allowedEndpoints`. */
  readonly profile?: ProfileClientOptions
  readonly mail?: MailOptions
  /** Default: in memory, forgotten when the process ends. */
  readonly bookings?: Bookings
  /** Default: in memory, forgotten when the process ends. */
  readonly customers?: Customers
  /** Default: none, and the customer hears that it did not work. */
  readonly sendText?: SendText
  /** Default: one line of JSON on the console. */
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
  // It prints errors whole, and a request that nobody handles with its token. `log` says what may be said of them.
  Logger.level = 'silent'
  const alexa = new AlexaPlatform()
  // It refuses Dialog.ElicitSlot with an intent that has slots: "an unknown value was passed to the validate function".
  alexa.outputTemplateConverterStrategy.config.validation = false
  const app = new App({
    plugins: [alexa, new ProfilePlugin({ skillName: 'Table Talk', declaredScopes: skillPackage, ...profile })],
    components: [GlobalComponent, BookTableComponent, TextConfirmationComponent, SkillEventsComponent],
    routing: {
      intentMap: {
        'AMAZON.HelpIntent': 'HelpIntent',
        'AMAZON.FallbackIntent': 'UNHANDLED',
        'AMAZON.NavigateHomeIntent': 'END',
      },
    },
    // Requests hold the customer's token, and responses what is said. Safe to have:
    // { request: { objects: ['request.type', 'request.intent.name'] }, response: false }
    logging: false,
  })
  // Not Jovo's `providers`: they need the types that TypeScript writes into classes, and esbuild does not.
  const services: Services = { bookings, customers, sendMail: createMailer(mail), sendText, log }
  app.hook('before.request.start', (jovo) => {
    jovo.$services = services
  })
  app.onError(somethingFailed({ log }))
  return app
}
