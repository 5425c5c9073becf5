import { createSkill } from '@alexa-profile/ask-sdk-starter'
import { type AlexaConsole, startConsole } from '@alexa-profile/console'
import { type Mailbox, startMailbox } from '@alexa-profile/emulator/mailbox'
import { onTestFinished } from 'vitest'

export interface TableTalk {
  readonly console: AlexaConsole
  readonly mailbox: Mailbox
}

const skillPackage = new URL('../../../apps/ask-sdk-starter/skill-package', import.meta.url)

/** Starts the ask-sdk starter in a console with a mailbox, for one test. */
export async function startTableTalk(): Promise<TableTalk> {
  const mailbox = await startMailbox()
  const alexaConsole = await startConsole({ mailbox, emulator: { skillPackage } })
  const skill = createSkill({
    profile: { allowedEndpoints: [alexaConsole.emulator.url] },
    mail: { smtpUrl: mailbox.url },
    sendText: async () => undefined,
    log: () => undefined,
  })
  alexaConsole.useSkill(skill.invoke.bind(skill))
  onTestFinished(async () => {
    await Promise.all([alexaConsole.close(), mailbox.close()])
  })
  return { console: alexaConsole, mailbox }
}

/** Returns the date some days after today, such as `2026-12-24`. Use enough days that the time zone does not matter. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
