/** A rule of Alexa's that the skill's answer breaks. */
export interface Violation {
  /** Stable, kebab-case. */
  readonly rule: string
  /** What was found, and what to do. */
  readonly message: string
  /** The page that states the rule; absent where Alexa's documentation says nothing and others report it. */
  readonly source?: string
}
