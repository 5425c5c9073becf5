import { isObject } from '../base/is-object.js'

type JsonObject = Readonly<Record<string, unknown>>

/** What the answer is checked against. */
export interface ResponseContext {
  /** The type of the request that is answered. */
  readonly requestType: string
  /** Whether that request had a session. */
  readonly hasSession: boolean
  readonly declaredScopes: ReadonlySet<string>
}

/** An answer that has at least the outer shape. */
export interface Subject extends ResponseContext {
  readonly envelope: JsonObject
  readonly response: JsonObject
}

export interface Rule {
  readonly source?: string
  /** What is wrong with this answer and what to do; undefined when nothing is. */
  readonly problem: (subject: Subject) => string | undefined
}

/** Where most rules are stated. Read 2026-11-22. */
export const responseReference =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html'

/** Of speech, and of the texts of a card together. */
export const maximumCharacters = 8000

/** Alexa reads null like a member that is not there. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null
}

export function directivesProblem(where: string, directives: unknown): string | undefined {
  if (isAbsent(directives)) return undefined
  const fits = Array.isArray(directives) && directives.every((one) => isObject(one) && typeof one.type === 'string')
  return fits ? undefined : `${where} must be a list of objects that have a type.`
}
