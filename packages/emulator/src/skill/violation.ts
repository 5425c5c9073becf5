/** An Alexa rule that the skill's response breaks. */
export interface Violation {
  /** The stable name of the rule, in kebab case. */
  readonly rule: string
  /** What is wrong, and what to do. */
  readonly message: string
  /** The page that states the rule, or a report about it. Absent for the rules that begin with `skill-`. */
  readonly source?: string
  /**
   * Alexa's own message, which the skill gets in `error.message` of the `SessionEndedRequest`. Absent if no report of
   * it was found.
   */
  readonly alexaMessage?: string
  /** Where the skill threw, such as `src/index.ts:12:5`: the first file of the skill in the stack. Only for `skill-error`. */
  readonly location?: string
}
