import type { MailOptions } from './mailer.js'

/** Jovo's own configuration. */
export const jovoConfig = {
  /** Requests contain customers' tokens, and responses contain personal data. */
  logging: false,
  intentMap: {
    'AMAZON.HelpIntent': 'HelpIntent',
    'AMAZON.FallbackIntent': 'FallbackIntent',
    'AMAZON.CancelIntent': 'GoodbyeIntent',
    'AMAZON.StopIntent': 'GoodbyeIntent',
    'AMAZON.NavigateHomeIntent': 'GoodbyeIntent',
  },
}

export interface Config {
  readonly mail: MailOptions
}

/** Reads the configuration. Only this function reads the environment. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const { SMTP_URL, MAIL_FROM } = environment
  return { mail: { smtpUrl: SMTP_URL || undefined, from: MAIL_FROM || undefined } }
}
