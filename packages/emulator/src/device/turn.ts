import { isObject } from '../base/is-object.js'
import { isResponseEnvelope, type ResponseEnvelope } from '../rules/check-response.js'
import type { Violation } from '../skill/violation.js'
import { consentPermissions } from '../wire/consent-permissions.js'
import { type ConsentRequest, consentRequest } from '../wire/consent-request.js'
import type { RequestEnvelope } from '../wire/envelope.js'
import { speechTextOf } from '../wire/speech-text.js'
import { spokenText } from './spoken-text.js'

/** A card as it reached the customer. */
export interface ResponseCard {
  readonly type: string
  /** Of a consent card. */
  readonly permissions?: readonly string[]
  readonly [member: string]: unknown
}

export interface Directive {
  readonly type: string
  readonly [member: string]: unknown
}

/** One request to the skill and what came of it. When there are violations, nothing reached the customer. */
export interface Turn {
  /** The envelope as sent. */
  readonly request: RequestEnvelope
  /** The envelope as received, also one that Alexa refuses; undefined when there was none, or it was no envelope at all. */
  readonly response: ResponseEnvelope | undefined
  /**
   * What one hears: SSML tags stripped, entities decoded, `<alexa:name>` as the first name of the speaker who is on file
   * under that id. Undefined when nothing was said.
   */
  readonly speech: string | undefined
  /** The speech as SSML; undefined when it was plain text. */
  readonly ssml: string | undefined
  /** What one hears when one does not answer. */
  readonly reprompt: string | undefined
  readonly card: ResponseCard | undefined
  readonly directives: readonly Directive[]
  /**
   * What Alexa asks the customer for, in its own words, after the skill's speech: the answer is given with
   * `device.answerConsent()`. Undefined when the skill has not asked for voice consent.
   */
  readonly consentRequest: ConsentRequest | undefined
  /** Whether the session goes on: only when the skill said `shouldEndSession: false`, or asks for voice consent. */
  readonly sessionOpen: boolean
  /** The rules that the answer breaks; empty when Alexa would take it. */
  readonly violations: readonly Violation[]
  /** Milliseconds that the skill took. */
  readonly durationMs: number
}

/** @internal */
export interface TurnParts {
  readonly request: RequestEnvelope
  readonly answer: unknown
  readonly violations: readonly Violation[]
  readonly durationMs: number
  /** The first name of the account's speaker who has this id; undefined when there is none. */
  readonly firstName: (personId: string) => string | undefined
}

/** @internal */
export function createTurn({ request, answer, violations, durationMs, firstName }: TurnParts): Turn {
  const response = isResponseEnvelope(answer) ? answer : undefined
  const delivered = violations.length === 0 ? (response?.response ?? {}) : {}
  const { outputSpeech, reprompt, card, directives, shouldEndSession } = delivered
  const asked = consentRequest(delivered)
  const heard = (speech: unknown) => {
    const text = speechTextOf(speech)
    return text !== undefined && isSsml(speech) ? spokenText(text, firstName) : text
  }
  return {
    request,
    response,
    speech: heard(outputSpeech),
    ssml: isSsml(outputSpeech) ? speechTextOf(outputSpeech) : undefined,
    reprompt: isObject(reprompt) ? heard(reprompt.outputSpeech) : undefined,
    card: cardOf(card),
    directives: Array.isArray(directives) ? directives.filter(isDirective) : [],
    consentRequest: asked,
    // a session that waits for consent is open whatever the skill says; the published samples say nothing
    sessionOpen: request.request.type !== 'SessionEndedRequest' && (shouldEndSession === false || asked !== undefined),
    violations,
    durationMs,
  }
}

function isSsml(speech: unknown): boolean {
  return isObject(speech) && speech.type === 'SSML'
}

function cardOf(card: unknown): ResponseCard | undefined {
  if (!isObject(card) || typeof card.type !== 'string') return undefined
  const { permissions: _, ...members } = card
  const permissions = consentPermissions({ card })?.filter((scope) => typeof scope === 'string')
  return { ...members, type: card.type, ...(permissions && { permissions }) }
}

function isDirective(value: unknown): value is Directive {
  return isObject(value) && typeof value.type === 'string'
}
