import { isAbsent, isDirective, type SkillResponse } from '../wire/response.js'

/** What a response is checked against. */
export interface ResponseContext {
  /** The type of the request that the skill responds to. */
  readonly requestType: string
  /** Whether that request had a session. */
  readonly hasSession: boolean
  readonly declaredScopes: ReadonlySet<string>
  /** The interfaces that the request names. If undefined, they are not known, and all are allowed. */
  readonly supportedInterfaces?: Readonly<Record<string, unknown>> | undefined
  /** The intent of that request. */
  readonly intent?: string | undefined
  /** The intents of the dialog model. If undefined, no interaction model is known, and every dialog is allowed. */
  readonly dialogIntents?: ReadonlySet<string> | undefined
  /** Returns the slots of an intent in the interaction model, or undefined if they are not known. */
  readonly slotsOf?: ((intent: string) => readonly string[] | undefined) | undefined
}

export interface Rule {
  readonly source: string
  /** Returns what is wrong with this response and what to do, or undefined if nothing is wrong. */
  readonly problem: (response: SkillResponse, context: ResponseContext) => Problem | string | undefined
}

/** A problem with a more exact source than its rule, or with Alexa's own message, if known. */
export interface Problem {
  readonly message: string
  readonly source?: string
  readonly alexaMessage?: string | undefined
}

/** The page that states most rules. Read 2026-11-22. */
export const responseReference =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html'

/** The limit of speech, and of all texts of a card together. */
export const maximumCharacters = 8000

export function directivesProblem(where: string, directives: unknown): string | undefined {
  if (isAbsent(directives)) return undefined
  const fits = Array.isArray(directives) && directives.every(isDirective)
  return fits ? undefined : `${where} must be an array of objects with a type.`
}
