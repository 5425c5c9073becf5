import type { MailOptions } from './mailer.js'

export interface Config {
  readonly mail: MailOptions
}

/** Reads the configuration. Only this function reads the environment. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const { SMTP_URL, MAIL_FROM } = environment
  return { mail: { smtpUrl: SMTP_URL || undefined, from: MAIL_FROM || undefined } }
}
