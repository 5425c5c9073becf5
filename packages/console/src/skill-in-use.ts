import type { Emulator, Skill } from '@alexa-profile/emulator'
import type { Journal } from './journal/journal.js'
import type { ConsoleState } from './protocol/console-state.js'
import type { SkillStatusKeeper } from './skill-status.js'
import type { Conversation } from './talk/conversation.js'

export interface SkillInUseParts {
  readonly emulator: Pick<Emulator, 'subscribe' | 'signer'>
  readonly conversation: Pick<Conversation, 'skill'>
  readonly skillStatus: Pick<SkillStatusKeeper, 'skillChanged'>
  readonly notice: Journal['notice']
  readonly changed: () => void
}

/** The skill that devices talk to, and that gets skill events. */
export interface SkillInUse {
  use(skill: Skill | undefined): void
  /** The certificates that a skill at a URL must trust. Undefined for a function, and until they are made. */
  readonly signing: ConsoleState['signing']
}

export function createSkillInUse({
  emulator,
  conversation,
  skillStatus,
  notice,
  changed,
}: SkillInUseParts): SkillInUse {
  let signing: ConsoleState['signing']
  let stopEvents = () => {}
  return {
    use(skill) {
      const stop = skill === undefined ? () => {} : emulator.subscribe(skill)
      stopEvents()
      stopEvents = stop
      conversation.skill = skill
      skillStatus.skillChanged(skill)
      changed()
      if (skill === undefined || typeof skill === 'function' || signing) return
      emulator.signer().then(
        ({ root, certificateChain }) => {
          signing = { root, certificateChain }
          changed()
        },
        (error: unknown) => notice({ level: 'error', title: 'Requests cannot be signed', detail: String(error) }),
      )
    },
    get signing() {
      return typeof conversation.skill === 'function' ? undefined : signing
    },
  }
}
