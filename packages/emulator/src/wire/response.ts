import { isObject } from '../base/is-object.js'

type JsonObject = Readonly<Record<string, unknown>>

/** A response as the skill returned it. Only its outer shape was checked. */
export interface ResponseEnvelope {
  readonly version?: unknown
  readonly sessionAttributes?: unknown
  readonly response: {
    readonly outputSpeech?: unknown
    readonly reprompt?: unknown
    readonly card?: unknown
    readonly directives?: unknown
    readonly shouldEndSession?: unknown
  }
}

/** A card in a response. */
export interface ResponseCard {
  readonly type: string
  /** The scopes of a consent card. */
  readonly permissions?: readonly string[]
  readonly [member: string]: unknown
}

/** A directive of a response. Only its type is certain. */
export interface Directive {
  readonly type: string
  readonly [member: string]: unknown
}

/** The speech of an `outputSpeech`. */
export interface Speech {
  readonly kind: 'plain' | 'ssml'
  readonly text: string
}

/**
 * The parts of a response that Alexa reads. A member with the wrong shape is absent here, and is still in `envelope`.
 */
export interface SkillResponse {
  readonly envelope: ResponseEnvelope
  readonly speech: Speech | undefined
  readonly reprompt: Speech | undefined
  readonly card: ResponseCard | undefined
  readonly directives: readonly Directive[]
  readonly sessionAttributes: JsonObject | undefined
  readonly shouldEndSession: boolean | undefined
}

/** What the skill returned instead of a response. */
export interface NoResponse {
  readonly envelope: undefined
  /** A description without values: `a string`, `an object with version`. */
  readonly found: string
  /** Whether it is undefined, null or `{}`, which Lambda handlers return if Alexa expects no response. */
  readonly isEmpty: boolean
}

/** The type of a card that asks for permissions. */
export const consentCardType = 'AskForPermissionsConsent'

/** Reads what a skill returned, for rules and turns. */
export function readResponse(returned: unknown): SkillResponse | NoResponse {
  if (!isEnvelope(returned)) {
    const names = isObject(returned) ? Object.keys(returned) : undefined
    return {
      envelope: undefined,
      found: names ? `an object with ${names.join(', ') || 'no members'}` : kindOf(returned),
      isEmpty: isAbsent(returned) || names?.length === 0,
    }
  }
  const { sessionAttributes, response } = returned
  const { outputSpeech, reprompt, card, directives, shouldEndSession } = response
  return {
    envelope: returned,
    speech: speechOf(outputSpeech),
    reprompt: isObject(reprompt) ? speechOf(reprompt.outputSpeech) : undefined,
    card: cardOf(card),
    directives: Array.isArray(directives) ? directives.filter(isDirective) : [],
    sessionAttributes: isObject(sessionAttributes) ? sessionAttributes : undefined,
    // null differs from an absent member: see `sessionOpen` of a turn
    shouldEndSession:
      shouldEndSession === null ? false : typeof shouldEndSession === 'boolean' ? shouldEndSession : undefined,
  }
}

/** Whether a member is absent. Alexa treats null like an absent member. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null
}

export function isDirective(value: unknown): value is Directive {
  return isObject(value) && typeof value.type === 'string'
}

function isEnvelope(returned: unknown): returned is ResponseEnvelope {
  return isObject(returned) && isObject(returned.response)
}

function speechOf(outputSpeech: unknown): Speech | undefined {
  if (!isObject(outputSpeech)) return undefined
  const { type, text, ssml } = outputSpeech
  if (type === 'PlainText' && typeof text === 'string') return { kind: 'plain', text }
  if (type === 'SSML' && typeof ssml === 'string') return { kind: 'ssml', text: ssml }
  return undefined
}

function cardOf(card: unknown): ResponseCard | undefined {
  if (!isObject(card) || typeof card.type !== 'string') return undefined
  const { permissions, ...members } = card
  if (card.type !== consentCardType) return { ...members, type: card.type }
  const scopes = Array.isArray(permissions) ? permissions.filter((scope) => typeof scope === 'string') : []
  return { ...members, type: card.type, permissions: scopes }
}

function kindOf(value: unknown): string {
  if (value === undefined || value === '') return 'nothing'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`
}
