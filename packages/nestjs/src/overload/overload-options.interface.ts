import type { Prompt, PromptOptions } from '@alexa-profile/core'

export interface AlexaProfileOverloadOptions extends Pick<PromptOptions, 'skillName'> {
  /**
   * How many turns may be under way at once on this server. Set it if handlers share something scarce, such as connections
   * to a database, or wait for more than four seconds for something that takes many at once. Default: as many as were over
   * in the last five seconds, and 64 at least.
   */
  readonly maxTurns?: number | undefined
  /** What a rejected customer hears, as SSML without `<speak>`. Default: that the skill is too busy, in the customer's language. */
  readonly tooBusy?: Prompt | undefined
}
