import type { Skill } from '@alexa-profile/emulator'

/** A starter's running skill. */
export interface StartedSkill {
  /** The skill, for devices and events. */
  readonly skill: Skill
  /** Sends a changed request. Resolves to the skill's response. */
  answer(envelope: object, context: unknown): Promise<unknown>
  /**
   * The HTTP status for a request that Alexa did not sign. Only a skill on a server has it, because it verifies
   * requests.
   */
  statusWithoutSignature?(envelope: object): Promise<number>
  close(): Promise<void>
}
