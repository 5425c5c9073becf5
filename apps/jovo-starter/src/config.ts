import type { ProfileClientOptions } from '@alexa-profile/jovo'
import type { MailOptions } from './mailer.js'

export interface Config {
  readonly profile: Pick<ProfileClientOptions, 'allowedEndpoints'>
  readonly mail: MailOptions
}

/** The only place that looks at the environment. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const { SMTP_URL, MAIL_FROM, ALEXA_PROFILE_ENDPOINT } = environment
  return {
    // Off unless set: an origin in this list is given the customers' tokens, so only an emulator belongs here.
    profile: { allowedEndpoints: ALEXA_PROFILE_ENDPOINT ? [ALEXA_PROFILE_ENDPOINT] : [] },
    mail: { smtpUrl: SMTP_URL || undefined, from: MAIL_FROM || undefined },
  }
}
