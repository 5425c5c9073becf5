import { registerAs } from '@nestjs/config'
import type { MailOptions } from '../confirmation/mailer.js'

export interface AppConfig {
  readonly port: number
  /** Requests for any other skill are refused. */
  readonly skillId: string
  /** The origin of a local Alexa that is trusted as if it were Amazon's. */
  readonly emulatorUrl: string | undefined
  readonly database: DatabaseOptions
  readonly mail: MailOptions
}

export interface DatabaseOptions {
  /** `postgres://user:password@host/name` of a server. Default: none, and the database is embedded. */
  readonly url: string | undefined
  /** Where the embedded one keeps its files; `memory://` for nowhere. */
  readonly directory: string
}

/** The id that the local Alexa gives a skill. */
const emulatorsSkillId = 'amzn1.ask.skill.table-talk'

/** @throws {Error} that names the variable, never its value: a URL of a database or mail server has a password in it */
export function readEnvironment(environment: NodeJS.ProcessEnv): AppConfig {
  const { NODE_ENV, PORT = '3000', SKILL_ID, ALEXA_PROFILE_ENDPOINT, DATABASE_URL, SMTP_URL, MAIL_FROM } = environment
  const emulatorUrl = ALEXA_PROFILE_ENDPOINT || undefined
  if (emulatorUrl !== undefined && NODE_ENV === 'production') {
    throw new Error(
      'ALEXA_PROFILE_ENDPOINT lets anybody pose as Alexa and is given tokens: leave it out in production.',
    )
  }
  if (emulatorUrl !== undefined && !isUrl(emulatorUrl, 'http:', 'https:')) {
    throw new Error('ALEXA_PROFILE_ENDPOINT is the origin of an emulator, such as http://127.0.0.1:4000.')
  }
  const skillId = SKILL_ID || (emulatorUrl && emulatorsSkillId)
  if (!skillId) throw new Error("Set SKILL_ID to your skill's id in the developer console, amzn1.ask.skill.…")
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535) throw new Error('PORT is a number from 0 to 65535.')
  if (DATABASE_URL && !isUrl(DATABASE_URL, 'postgres:', 'postgresql:')) {
    throw new Error('DATABASE_URL is postgres://user:password@host/name, or not set.')
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

/** The only place that looks at the environment. Inject it by `appConfig.KEY`. */
export const appConfig = registerAs('app', () => readEnvironment(process.env))
