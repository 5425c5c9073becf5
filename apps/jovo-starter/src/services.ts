import type { Bookings } from './bookings.js'
import type { Customers } from './customers.js'
import type { Log } from './log.js'
import type { SendMail } from './mailer.js'
import type { SendText } from './send-text.js'

/** The services that components use. */
export interface Services {
  readonly bookings: Bookings
  readonly customers: Customers
  readonly sendMail: SendMail
  readonly sendText: SendText
  readonly log: Log
}

declare module '@jovotech/framework/dist/types/Jovo.js' {
  interface Jovo {
    /** `createApp` sets it for each request. */
    $services: Services
  }
}
