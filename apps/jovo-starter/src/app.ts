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
  // Jovo prints whole errors, and unhandled requests with their token. `log` writes only what may be logged.
  Logger.level = 'silent'
  const alexa = new AlexaPlatform()
  // Jovo's validation rejects Dialog.ElicitSlot with an intent that has slots: "an unknown value was passed to the validate function".
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
    // Requests contain the customer's token, and responses contain personal data. This is safe:
    // { request: { objects: ['request.type', 'request.intent.name'] }, response: false }
    logging: false,
  })
  // Jovo's `providers` are not used, because they need type metadata that TypeScript emits and esbuild does not.
  const services: Services = { bookings, customers, sendMail: createMailer(mail), sendText, log }
  app.hook('before.request.start', (jovo) => {
    jovo.$services = services
  })
  app.onError(somethingFailed({ log }))
  return app
}
