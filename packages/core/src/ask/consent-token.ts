import { own } from '../base/own.js'
import { isProfileField, type ProfileField } from '../fields/fields.js'
import { isScope, type Scope } from '../fields/scopes.js'
import { type WaitingRequest, waitingRequest, withoutRepeatedValues, withRepeatedValues } from './waiting-request.js'

/**
 * What travels through Alexa as the token of a voice consent, so that no memory is needed. It is not signed: what makes
 * it trustworthy is that the request comes from Alexa.
 */
export interface ConsentToken {
  /** What was asked for. */
  readonly fields: readonly ProfileField[]
  /** The other permissions that were asked for. */
  readonly scopes?: readonly Scope[] | undefined
  /** The developer's own. */
  readonly token?: string | undefined
  readonly waiting?: WaitingRequest | undefined
}

/** Tells our tokens from those of other skill connections; the number is the version of what follows. */
const prefix = 'alexa-profile/1:'

/** No limit is documented. This leaves room for an intent with four resolved slots. */
const longestTokenBytes = 2048

/**
 * Our part is one line of JSON; the developer's own token follows as it is. `undefined` if the token would be too long, or
 * JSON cannot hold the intent.
 */
export function writeConsentToken({ fields, scopes, token, waiting }: ConsentToken): string | undefined {
  try {
    const content = { fields, scopes, ...(waiting && { waiting: withoutRepeatedValues(waiting) }) }
    const text = `${prefix}${JSON.stringify(content)}${token === undefined ? '' : `\n${token}`}`
    return isShortEnough(text) ? text : undefined
  } catch {
    return undefined
  }
}

/** `undefined` for a token that is not ours, or not whole. */
export function readConsentToken(text: unknown): ConsentToken | undefined {
  if (typeof text !== 'string' || !text.startsWith(prefix) || !isShortEnough(text)) return undefined
  try {
    const [line = '', ...rest] = text.slice(prefix.length).split('\n')
    return asContent(JSON.parse(line), rest.length > 0 ? rest.join('\n') : undefined)
  } catch {
    return undefined
  }
}

function asContent(value: unknown, token: string | undefined): ConsentToken | undefined {
  const [fields, scopes, waiting] = [own(value, 'fields'), own(value, 'scopes') ?? [], own(value, 'waiting')]
  if (!isListOf(isProfileField, fields) || !isListOf(isScope, scopes) || !(fields[0] ?? scopes[0])) return undefined
  if (waiting === undefined) return { fields, scopes, token }
  const request = waitingRequest(own(waiting, 'handler'), own(waiting, 'request'))
  return request && { fields, scopes, waiting: withRepeatedValues(request) }
}

function isListOf<Item>(isItem: (value: unknown) => value is Item, list: unknown): list is readonly Item[] {
  return Array.isArray(list) && list.every(isItem)
}

function isShortEnough(text: string): boolean {
  return Buffer.byteLength(text) <= longestTokenBytes
}
