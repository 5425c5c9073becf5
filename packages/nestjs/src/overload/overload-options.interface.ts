import type { PromptOptions } from '@alexa-profile/core'

export interface AlexaProfileOverloadOptions extends Pick<PromptOptions, 'prompts' | 'skillName'> {
  /**
   * How many turns may be under way at once on this server. Set it if handlers share something scarce, such as connections
   * to a database, or wait for more than four seconds for something that takes many at once. Default: as many as were over
   * in the last five seconds, and 64 at least.
   */
  readonly maxTurns?: number | undefined
}
