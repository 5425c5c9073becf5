import { type Device, type Emulator, startEmulator } from '@alexa-profile/emulator'
import { type Mailbox, startMailbox } from '@alexa-profile/emulator/mailbox'
import { onTestFinished } from 'vitest'
import type { SkillOptions } from '../src/app.js'
import type { LogDetails } from '../src/log.js'
import type { Text } from '../src/send-text.js'
import { createSkill } from '../src/skill.js'

// Jovo's setting for tests: without it, each of the many apps in a test process would listen to the process.
process.env.NODE_ENV = 'UNIT_TEST'

export interface TableTalk {
  readonly emulator: Emulator
  readonly mailbox: Mailbox
  /** The texts that were passed to the SMS provider. */
  readonly texts: readonly Text[]
  readonly skill: ReturnType<typeof createSkill>
  readonly device: Device
  readonly logged: readonly ({ event: string } & LogDetails)[]
}

export interface TableTalkOptions extends Omit<SkillOptions, 'profile' | 'log'> {
  /** The locale that the customer speaks. Default: `en-US`. */
  readonly locale?: string
}

/** Starts the skill, a local Alexa and a mail server for this test. */
export async function startTableTalk({ locale = 'en-US', ...options }: TableTalkOptions = {}): Promise<TableTalk> {
  const [emulator, mailbox] = await Promise.all([
    startEmulator({ skillPackage: new URL('../skill-package', import.meta.url) }),
    startMailbox(),
  ])
  const logged: ({ event: string } & LogDetails)[] = []
  const texts: Text[] = []
  const skill = createSkill({
    profile: { allowedEndpoints: [emulator.url] },
    log: (event, details) => logged.push({ event, ...details }),
    sendText: async (text) => void texts.push(text),
    ...options,
    mail: { smtpUrl: mailbox.url, ...options.mail },
  })
  onTestFinished(async () => {
    await Promise.all([emulator.close(), mailbox.close()])
  })
  return { emulator, mailbox, texts, skill, device: emulator.device(skill.invoke.bind(skill), { locale }), logged }
}

/** A day as `2026-12-24`, counted from today in UTC. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

export const tableForFour = { date: dayFromNow(30), time: '19:30', partySize: '4' }
