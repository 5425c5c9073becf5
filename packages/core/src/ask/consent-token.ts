import { own } from '../base/own.js'
import { isProfileField, type ProfileField } from '../fields/fields.js'
import { isScope, type Scope } from '../fields/scopes.js'
import { type WaitingRequest, waitingRequest, withoutRepeatedValues, withRepeatedValues } from './waiting-request.js'

/**
 * The content of a voice consent's token. Alexa sends the token back, so the skill needs no memory. It is not signed,
 * because Alexa signs the request that carries it.
 */
export interface ConsentToken {
  /** The fields that were asked for. */
  readonly fields: readonly ProfileField[]
  /** The other permissions that were asked for. */
  readonly scopes?: readonly Scope[] | undefined
  /** The developer's own token. */
  readonly token?: string | undefined
  readonly waiting?: WaitingRequest | undefined
}

/** Distinguishes our tokens from those of other skill connections. The number is the version of the format. */
const prefix = 'alexa-profile/1:'

/** Alexa documents no limit. This leaves room for an intent with four resolved slots. */
const longestTokenBytes = 2048

/**
 * Writes our part as one line of JSON, followed by the developer's own token. Returns `undefined` if the token would be
 * too long, or if the intent cannot be written as JSON.
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

/** Reads a token. Returns `undefined` if it is not ours or is damaged. */
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
