import { registerAs } from '@nestjs/config'
import type { MailOptions } from '../confirmation/mailer.js'

export interface AppConfig {
  readonly port: number
  /** Requests for any other skill are rejected. */
  readonly skillId: string
  /** The origin of a local Alexa, which is trusted like Amazon's. */
  readonly emulatorUrl: string | undefined
  readonly database: DatabaseOptions
  readonly mail: MailOptions
}

export interface DatabaseOptions {
  /**
   * The URL of a database server: `postgres://user:password@host/name` of a server. Without it, the database is
   * embedded.
   */
  readonly url: string | undefined
  /** The folder of the embedded database; `memory://` keeps it in memory. */
  readonly directory: string
}

/** The skill id that the local Alexa uses. */
const emulatorsSkillId = 'amzn1.ask.skill.table-talk'

/**
 * Reads the environment variables.
 *
 * @throws {Error} that names the variable and never its value, because the URL of a database or mail server contains a
 * password
 */
export function readEnvironment(environment: NodeJS.ProcessEnv): AppConfig {
  const { NODE_ENV, PORT = '3000', SKILL_ID, ALEXA_PROFILE_ENDPOINT, DATABASE_URL, SMTP_URL, MAIL_FROM } = environment
  const emulatorUrl = ALEXA_PROFILE_ENDPOINT || undefined
  if (emulatorUrl !== undefined && NODE_ENV === 'production') {
    throw new Error(
      'ALEXA_PROFILE_ENDPOINT names a server that can act as Alexa and gets tokens. Remove it in production.',
    )
  }
  if (emulatorUrl !== undefined && !isUrl(emulatorUrl, 'http:', 'https:')) {
    throw new Error('ALEXA_PROFILE_ENDPOINT must be the origin of an emulator, such as http://127.0.0.1:4000.')
  }
  const skillId = SKILL_ID || (emulatorUrl && emulatorsSkillId)
  if (!skillId)
    throw new Error("SKILL_ID is not set. Set it to your skill's id in the developer console, amzn1.ask.skill.…")
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535) throw new Error('PORT must be a number from 0 to 65535.')
  if (DATABASE_URL && !isUrl(DATABASE_URL, 'postgres:', 'postgresql:')) {
    throw new Error('DATABASE_URL must be postgres://user:password@host/name, or not set.')
  }
  return {
    port: Number(PORT),
    skillId,
    emulatorUrl: emulatorUrl && new URL(emulatorUrl).origin,
    database: { url: DATABASE_URL || undefined, directory: environment.DATABASE_DIRECTORY || 'data' },
    mail: { smtpUrl: SMTP_URL || undefined, from: MAIL_FROM || undefined },
  }
}

function isUrl(text: string, ...protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol)
}

/** Reads the configuration. Only this function reads the environment. Inject it with `appConfig.KEY`. */
export const appConfig = registerAs('app', () => readEnvironment(process.env))
