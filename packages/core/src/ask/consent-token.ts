import { isObject, own } from '../base/own.js'
import { isProfileField, type ProfileField } from '../fields/fields.js'

/** The request that waits for the customer's yes or no. */
export interface WaitingRequest {
  /** Which handler asked. */
  readonly handler: string
  /** What the customer had said: the launch, or the intent with its slots. */
  readonly request: { readonly type: 'LaunchRequest' } | { readonly type: 'IntentRequest'; readonly intent: object }
}

/**
 * What travels through Alexa as the token of a voice consent, so that no memory is needed. It is not signed: what makes
 * it trustworthy is that the request comes from Alexa.
 */
export interface ConsentToken {
  /** What was asked for. */
  readonly fields: readonly ProfileField[]
  /** The developer's own. */
  readonly token?: string | undefined
  readonly waiting?: WaitingRequest | undefined
}

/** Tells our tokens from those of other skill connections; the number is the version of what follows. */
const prefix = 'alexa-profile/1:'

/** No limit is documented; this leaves room for any intent as one says it. */
const longestTokenBytes = 2048

/**
 * Our part is one line of JSON, the developer's own token follows as it is. `undefined` when it would be too long, or
 * when the intent is nothing that JSON can hold.
 */
export function writeConsentToken({ token, ...content }: ConsentToken): string | undefined {
  try {
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

/** The request of an envelope that is to wait; `undefined` for one that cannot: neither a launch nor an intent. */
export function waitingIn(envelope: unknown, handler: string): WaitingRequest | undefined {
  try {
    return waitingRequest(handler, own(envelope, 'request'))
  } catch {
    return undefined
  }
}

function waitingRequest(handler: unknown, request: unknown): WaitingRequest | undefined {
  const type = own(request, 'type')
  if (typeof handler !== 'string') return undefined
  if (type === 'LaunchRequest') return { handler, request: { type } }
  const intent = own(request, 'intent')
  if (type !== 'IntentRequest' || !isObject(intent) || typeof own(intent, 'name') !== 'string') return undefined
  const dialogState = own(request, 'dialogState')
  // Only what belongs to it: id, time and locale are those of the request that resumes it.
  return { handler, request: { type, intent, ...(typeof dialogState === 'string' && { dialogState }) } }
}

function asContent(value: unknown, token: string | undefined): ConsentToken | undefined {
  const [fields, waiting] = [own(value, 'fields'), own(value, 'waiting')]
  if (!Array.isArray(fields) || fields.length === 0 || !fields.every(isProfileField)) return undefined
  if (waiting === undefined) return { fields, token }
  const request = waitingRequest(own(waiting, 'handler'), own(waiting, 'request'))
  return request && { fields, waiting: request }
}

function isShortEnough(text: string): boolean {
  return Buffer.byteLength(text) <= longestTokenBytes
}
