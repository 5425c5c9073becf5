import type { Text } from '@alexa-profile/ask-sdk-starter'
import type { Emulator } from '@alexa-profile/emulator'

/** The parts with which a skill is started. */
export interface SkillParts {
  readonly emulator: Emulator
  readonly smtpUrl: string
  readonly sendText: (text: Text) => Promise<void>
  readonly log: (
    event: string,
    details: { readonly name?: string | undefined; readonly code?: string | undefined },
  ) => void
}
