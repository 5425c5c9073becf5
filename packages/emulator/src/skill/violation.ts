/** A rule of Alexa's that the skill's response breaks. */
export interface Violation {
  /** Stable, kebab-case. */
  readonly rule: string
  /** What was found, and what to do. */
  readonly message: string
  /** The page that states the rule, or a report of it; absent for the rules that begin with `skill-`. */
  readonly source?: string
  /**
   * What Alexa itself says, as the skill gets it in `error.message` of the `SessionEndedRequest`; absent if no report of it was
   * found.
   */
  readonly alexaMessage?: string
  /** Where the skill threw: `src/index.ts:12:5`, the first of its own files in the stack. Only of `skill-error`. */
  readonly location?: string
}
