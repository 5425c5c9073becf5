import type { Skill } from '@alexa-profile/emulator'

/** A starter's skill at work. */
export interface StartedSkill {
  /** For devices and events. */
  readonly skill: Skill
  /** Hands over a request that was changed on its way; resolves to the skill's answer. */
  answer(envelope: object, context: unknown): Promise<unknown>
  /** The HTTP status for a request that Alexa did not sign. Only of a skill on a server, which verifies that. */
  statusWithoutSignature?(envelope: object): Promise<number>
  close(): Promise<void>
}
