import { subscribe } from 'node:diagnostics_channel'
import type { Text } from '@alexa-profile/ask-sdk-starter'
import { type Device, type Emulator, startEmulator, type Turn } from '@alexa-profile/emulator'
import { type Mailbox, startMailbox } from '@alexa-profile/emulator/mailbox'
import { check } from './check.js'
import { type Reading, tellCustomer, tellTraffic, tellTurn } from './narrate.js'
import type { StartedSkill } from './started-skill.js'
import { type Framework, starters } from './starters.js'

/** Everything that the scenes use. */
export interface Stage {
  readonly emulator: Emulator
  readonly mailbox: Mailbox
  /** The texts that the skill passed to its SMS provider. */
  readonly texts: readonly Text[]
  readonly skill: StartedSkill
  readonly device: Device
  /** The library's reads in the latest turn. */
  readonly readings: Reading[]
  /** The skill's log. */
  readonly logged: readonly string[]
  close(): Promise<void>
}

/** Starts a local Alexa, a local mail server, and the built skill of a starter. */
export async function setStage(framework: Framework): Promise<Stage> {
  const skillPackage = new URL(`../../${framework}-starter/skill-package`, import.meta.url)
  const [emulator, mailbox] = await Promise.all([startEmulator({ skillPackage }), startMailbox()])
  const readings: Reading[] = []
  subscribe('alexa-profile:read:end', (reading) => readings.push(reading as Reading))
  const texts: Text[] = []
  const logged: string[] = []
  const skill = await starters[framework]({
    emulator,
    smtpUrl: mailbox.url,
    sendText: async (text) => void texts.push(text),
    log: (event, { name, code }) => logged.push([event, name, code].filter(Boolean).join(' ')),
  })
  return {
    emulator,
    mailbox,
    texts,
    skill,
    device: emulator.device(skill.skill),
    readings,
    logged,
    async close() {
      await skill.close()
      await Promise.all([emulator.close(), mailbox.close()])
    },
  }
}

/** Plays one turn and prints it: the customer's words, the skill's response, and the API requests. */
export async function converse(
  { emulator, readings, ...stage }: Stage,
  words: string,
  device: Device = stage.device,
): Promise<Turn> {
  emulator.clearRequests()
  readings.length = 0
  tellCustomer(words)
  const taken = await device.say(words)
  tellTurn(taken)
  tellTraffic(emulator.requests, readings)
  check(
    taken.violations.length === 0,
    `Alexa accepts the skill's response (${taken.violations.map(({ rule }) => rule)})`,
  )
  return taken
}

/** Books a table on the Saturday after next. */
export function bookTable(stage: Stage, device: Device = stage.device): Promise<Turn> {
  const day = saturdayAfterNext().toLocaleDateString('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' })
  return converse(stage, `Book a table for four on Saturday, ${day}, at 7:30 p.m.`, device)
}

function saturdayAfterNext(): Date {
  const day = new Date()
  day.setUTCDate(day.getUTCDate() + ((6 - day.getUTCDay() + 7) % 7) + 14)
  return day
}
