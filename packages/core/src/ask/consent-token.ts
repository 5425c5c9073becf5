import { isProfileField, type ProfileField } from '../fields.js'
import { isObject, own } from '../own.js'

/**
 * The request that waits for the customer's yes or no. It travels through Alexa as the token of the voice consent, so
 * that no memory is needed. It is not signed: what makes it trustworthy is that the request comes from Alexa.
 */
export interface WaitingRequest {
  /** Which handler asked. */
  readonly handler: string
  /** What it asked for. */
  readonly fields: readonly ProfileField[]
  /** What the customer had said: the launch, or the intent with its slots. */
  readonly request: { readonly type: 'LaunchRequest' } | { readonly type: 'IntentRequest'; readonly intent: object }
}

/** Tells our tokens from those of other skill connections; the number is the version of what follows. */
const prefix = 'alexa-profile/1:'

/** No limit is documented; this leaves room for any intent as one says it. */
export const longestTokenBytes = 2048

export function toConsentToken(text: string): string | undefined {
  const token = `${prefix}${text}`
  return Buffer.byteLength(token) <= longestTokenBytes ? token : undefined
}

/** What `toConsentToken` was given; `undefined` for a token that is not ours. */
export function fromConsentToken(token: unknown): string | undefined {
  if (typeof token !== 'string' || !token.startsWith(prefix)) return undefined
  return Buffer.byteLength(token) <= longestTokenBytes ? token.slice(prefix.length) : undefined
}

/** `undefined` where the request cannot wait: it is neither a launch nor an intent, or too long for a token. */
export function waitingText(handler: string, fields: readonly ProfileField[], envelope: unknown): string | undefined {
  const request = own(envelope, 'request')
  const waiting = asWaiting({ handler, fields, request })
  const text = waiting && JSON.stringify(waiting)
  return text !== undefined && toConsentToken(text) !== undefined ? text : undefined
}

/** `undefined` for a text that is no waiting request. */
export function readWaitingText(text: string): WaitingRequest | undefined {
  try {
    return asWaiting(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Only what belongs to it: the request's id, time and locale are those of the request that resumes it. */
function asWaiting(value: unknown): WaitingRequest | undefined {
  const [handler, fields, request] = [own(value, 'handler'), own(value, 'fields'), own(value, 'request')]
  if (typeof handler !== 'string' || !Array.isArray(fields) || !fields.every(isProfileField)) return undefined
  const type = own(request, 'type')
  if (type === 'LaunchRequest') return { handler, fields, request: { type } }
  const intent = own(request, 'intent')
  if (type !== 'IntentRequest' || !isObject(intent) || typeof own(intent, 'name') !== 'string') return undefined
  const dialogState = own(request, 'dialogState')
  return { handler, fields, request: { type, intent, ...(typeof dialogState === 'string' && { dialogState }) } }
}
