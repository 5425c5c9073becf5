import 'reflect-metadata'
import { type Device, type Emulator, startEmulator } from '@alexa-profile/emulator'
import { type Mailbox, startMailbox } from '@alexa-profile/emulator/mailbox'
import type { LoggerService } from '@nestjs/common'
import type { AbstractHttpAdapter } from '@nestjs/core'
import { Test } from '@nestjs/testing'
import type { ResponseEnvelope } from 'ask-sdk-model'
import { onTestFinished } from 'vitest'
import { AppModule } from '../src/app.module.js'
import { BookingsService } from '../src/bookings/bookings.service.js'
import { type AppConfig, appConfig } from '../src/config/app.config.js'
import { SEND_TEXT } from '../src/confirmation/confirmation.tokens.js'
import type { MailOptions } from '../src/confirmation/mailer.js'
import type { SendText, Text } from '../src/confirmation/send-text.js'
import { CustomersService } from '../src/customers/customers.service.js'
import { Database } from '../src/database/database.js'
import type { LogDetails } from '../src/log-details.js'
import { sharedDatabase } from './shared-database.js'

export interface TableTalk {
  readonly emulator: Emulator
  readonly mailbox: Mailbox
  /** The texts that were passed to the SMS provider. */
  readonly texts: readonly Text[]
  /** The URL to which Alexa posts. */
  readonly skill: string
  /** Posts an envelope, signed. */
  readonly send: (envelope: object) => Promise<ResponseEnvelope>
  readonly device: Device
  readonly bookings: BookingsService
  readonly customers: CustomersService
  readonly logged: readonly ({ event: string } & LogDetails)[]
  close(): Promise<void>
}

export interface TableTalkOptions {
  /** The locale that the customer speaks. Default: `en-US`. */
  readonly locale?: string
  readonly mail?: MailOptions
  readonly sendText?: SendText
  readonly bookings?: Pick<BookingsService, 'book'>
  readonly database?: Pick<Database, 'ping'>
  /** Default: keeps the skill's own messages in `logged`. */
  readonly logger?: LoggerService
  /** Default: Express. */
  readonly adapter?: AbstractHttpAdapter
}

/** Starts the app on a real server with verification, a local Alexa and a mail server for this test. */
export async function startTableTalk(options: TableTalkOptions = {}): Promise<TableTalk> {
  const [emulator, mailbox, database] = await Promise.all([
    startEmulator({ skillPackage: new URL('../skill-package', import.meta.url) }),
    startMailbox(),
    sharedDatabase(),
  ])
  const config: AppConfig = {
    port: 0,
    skillId: 'amzn1.ask.skill.table-talk',
    emulatorUrl: emulator.url,
    database: { url: undefined, directory: 'memory://' },
    mail: { smtpUrl: mailbox.url, ...options.mail },
  }
  const logged: ({ event: string } & LogDetails)[] = []
  const texts: Text[] = []
  const testing = Test.createTestingModule({ imports: [AppModule] })
    .setLogger(options.logger ?? loggerInto(logged))
    .overrideProvider(appConfig.KEY)
    .useValue(config)
    .overrideProvider(Database)
    // it stays open when this app is closed
    .useValue({ orm: database.orm, ping: () => database.ping(), ...options.database })
    .overrideProvider(SEND_TEXT)
    .useValue(options.sendText ?? (async (text: Text) => void texts.push(text)))
  if (options.bookings) testing.overrideProvider(BookingsService).useValue(options.bookings)
  const module = await testing.compile()
  const app = options.adapter
    ? module.createNestApplication(options.adapter, { rawBody: true })
    : module.createNestApplication({ rawBody: true })
  await app.listen(0, '127.0.0.1')
  const skill = `${await app.getUrl()}/alexa`
  const { headersFor } = await emulator.signer()

  async function send(envelope: object): Promise<ResponseEnvelope> {
    const body = JSON.stringify(envelope)
    const headers = { 'content-type': 'application/json', ...headersFor(body) }
    const response = await fetch(skill, { method: 'POST', headers, body })
    if (response.status !== 200) throw new Error(`The skill responded with status ${response.status}.`)
    return (await response.json()) as ResponseEnvelope
  }

  let closing: Promise<unknown> | undefined
  async function close(): Promise<void> {
    closing ??= app.close().then(() => Promise.all([emulator.close(), mailbox.close()]))
    await closing
  }
  onTestFinished(close)
  return {
    emulator,
    mailbox,
    texts,
    skill,
    send,
    device: emulator.device(skill, { locale: options.locale ?? 'en-US' }),
    bookings: app.get(BookingsService),
    customers: app.get(CustomersService),
    logged,
    close,
  }
}

/** Keeps the skill's own log messages. */
function loggerInto(logged: object[]): LoggerService {
  const keep = (message: unknown) => {
    if (typeof message === 'object' && message !== null) logged.push(message)
  }
  return { log: keep, error: keep, warn: keep }
}

/** A day as `2026-12-24`, counted from today in UTC. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

export const tableForFour = { date: dayFromNow(30), time: '19:30', partySize: '4' }
