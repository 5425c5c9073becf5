import type { Customer, Device, Emulator, Skill, Turn } from '@alexa-profile/emulator'
import { CommandRefused } from '../protocol/command-refused.js'

/** The conversation with the skill: its customer, speaker and language. It has one turn at a time. */
export interface Conversation {
  skill: Skill | undefined
  locale: string
  /** The customer whose device is used. */
  customer: Customer
  /** Whether a turn is under way. */
  readonly busy: boolean
  /** The current customer's device. Undefined without a skill. */
  readonly device: Device | undefined
  /**
   * Takes a turn with the current device.
   *
   * @throws {CommandRefused} if there is no skill, or a turn is in progress
   */
  take(turn: (device: Device) => Promise<Turn>): Promise<Turn>
  /** Ends all sessions without a request to the skill. @returns A function that resumes them. */
  forgetSessions(): () => void
}

export function createConversation(emulator: Emulator, initial: { locale: string; changed: () => void }): Conversation {
  let devices = new Map<Customer, Device>()
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
      for (const device of devices.values()) device.locale = changed
      locale = changed
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
      if (busy) throw new CommandRefused('The skill has not responded yet. Wait until this turn has ended.')
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
      const before = devices
      devices = new Map()
      for (const [owner, { speaker }] of before) {
        if (skill !== undefined) devices.set(owner, emulator.device(skill, { customer: owner, speaker, locale }))
      }
      return () => {
        if (skill === undefined) return
        for (const [owner, device] of before) {
          device.skill = skill
          device.locale = locale
          device.speaker = devices.get(owner)?.speaker
          devices.set(owner, device)
        }
      }
    },
  }
}
