import type { Prompt, PromptOptions } from '@alexa-profile/core'

/** Options of `AlexaProfileOverloadModule`. */
export interface AlexaProfileOverloadOptions extends Pick<PromptOptions, 'skillName'> {
  /**
   * The maximum number of turns in progress on this server. Set it if handlers share something scarce, such as database
   * connections, or if they wait longer than four seconds for something that serves many at once. Default: the number
   * of turns that ended in the last five seconds, but at least 64.
   */
  readonly maxTurns?: number | undefined
  /**
   * What Alexa says to a rejected customer, as SSML without `<speak>`. Default: that the skill is too busy, in the
   * customer's language.
   */
  readonly tooBusy?: Prompt | undefined
}
