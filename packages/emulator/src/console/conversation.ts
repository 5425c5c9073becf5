import type { Customer, Device, Emulator, Skill, Turn } from '../index.js'
import { CommandRefused } from './command-refused.js'

/** Who talks to the skill, on which account's device, in which language: one turn at a time. */
export interface Conversation {
  skill: Skill | undefined
  locale: string
  /** The account whose device is talked to. */
  customer: Customer
  readonly busy: boolean
  /** The current customer's device; undefined as long as there is no skill. */
  readonly device: Device | undefined
  /**
   * Has the current device take a turn.
   *
   * @throws {CommandRefused} when there is no skill, or a turn is under way.
   */
  take(turn: (device: Device) => Promise<Turn>): Promise<Turn>
  /** Ends all sessions, without telling the skill. */
  forgetSessions(): void
}

export function createConversation(emulator: Emulator, initial: { locale: string; changed: () => void }): Conversation {
  const devices = new Map<Customer, Device>()
  let { locale } = initial
  let { customer } = emulator
  let skill: Skill | undefined
  let busy = false

  function currentDevice(): Device | undefined {
    if (skill === undefined) return undefined
    const known = devices.get(customer)
    if (known) return known
    const device = emulator.device(skill, { customer, locale })
    devices.set(customer, device)
    return device
  }

  return {
    get skill() {
      return skill
    },
    set skill(changed) {
      skill = changed
      if (skill === undefined) devices.clear()
      else for (const device of devices.values()) device.skill = skill
    },
    get locale() {
      return locale
    },
    set locale(changed) {
      locale = changed
      for (const device of devices.values()) device.locale = changed
    },
    get customer() {
      return customer
    },
    set customer(changed) {
      customer = changed
    },
    get busy() {
      return busy
    },
    get device() {
      return currentDevice()
    },
    async take(turn) {
      const device = currentDevice()
      if (device === undefined) throw new CommandRefused('There is no skill to talk to yet.')
      if (busy)
        throw new CommandRefused('The skill is still answering. Wait for it, or for the 8 s that Alexa gives it.')
      busy = true
      initial.changed()
      try {
        return await turn(device)
      } finally {
        busy = false
        initial.changed()
      }
    },
    forgetSessions() {
      const speakers = [...devices].map(([owner, { speaker }]) => [owner, speaker] as const)
      devices.clear()
      for (const [owner, speaker] of speakers) {
        if (skill !== undefined) devices.set(owner, emulator.device(skill, { customer: owner, speaker, locale }))
      }
    },
  }
}
