import { createAlexaProfile, type ProfileClientOptions } from '@alexa-profile/ask-sdk'
import { type Skill, SkillBuilders } from 'ask-sdk-core'
import { type Bookings, inMemoryBookings } from './bookings.js'
import { bookTable } from './handlers/book-table.js'
import { completeReservation } from './handlers/complete-reservation.js'
import { fallback } from './handlers/fallback.js'
import { goodbye } from './handlers/goodbye.js'
import { help } from './handlers/help.js'
import { launch } from './handlers/launch.js'
import { sessionEnded } from './handlers/session-ended.js'
import { somethingFailed } from './handlers/something-failed.js'
import { type Log, logToConsole } from './log.js'
import { createMailer, type MailOptions } from './mailer.js'

/** What the skill needs of the world. Without options it books in memory and sends no mail. */
export interface SkillOptions {
  /** How customers' profiles are read; tests add the emulator's origin to `allowedEndpoints`. */
  readonly profile?: ProfileClientOptions
  readonly mail?: MailOptions
  /** Default: in memory, forgotten when the process ends. */
  readonly bookings?: Bookings
  /** Default: one line of JSON on the console. */
  readonly log?: Log
}

export function createSkill({
  profile,
  mail,
  bookings = inMemoryBookings(),
  log = logToConsole,
}: SkillOptions = {}): Skill {
  const { requireProfile } = createAlexaProfile({ skillName: 'Table Talk', ...profile })
  return SkillBuilders.custom()
    .addRequestHandlers(
      launch,
      completeReservation,
      bookTable({ requireProfile, bookings, sendMail: createMailer(mail), log }),
      help,
      goodbye,
      fallback,
      sessionEnded({ log }),
    )
    .addErrorHandlers(somethingFailed({ log }))
    .create()
}
