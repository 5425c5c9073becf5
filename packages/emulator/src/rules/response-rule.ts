import { isAbsent, isDirective, type SkillResponse } from '../wire/response.js'

/** What a response is checked against. */
export interface ResponseContext {
  /** The type of the request that the skill responds to. */
  readonly requestType: string
  /** Whether that request had a session. */
  readonly hasSession: boolean
  readonly declaredScopes: ReadonlySet<string>
}

export interface Rule {
  readonly source: string
  /** What is wrong with this response and what to do; undefined when nothing is wrong. */
  readonly problem: (response: SkillResponse, context: ResponseContext) => string | undefined
}

/** The page that states most rules. Read 2026-11-22. */
export const responseReference =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html'

/** Of speech, and of the texts of a card together. */
export const maximumCharacters = 8000

export function directivesProblem(where: string, directives: unknown): string | undefined {
  if (isAbsent(directives)) return undefined
  const fits = Array.isArray(directives) && directives.every(isDirective)
  return fits ? undefined : `${where} must be an array of objects with a type.`
}
