import { types } from 'node:util'
import {
  type ConsentAnswer,
  type ProfileReader,
  processWide,
  type RequestEnvelope,
  readConsentAnswer,
  resumptionOf,
} from '@alexa-profile/core'
import { isObject, own } from './own.js'

/** One request of Alexa's on its way through Nest. Kept beside the HTTP request, so that no provider is request-scoped. */
export interface Turn {
  readonly httpRequest: object
  /** When it came, as far as it can be told; milliseconds of `performance.now()`. */
  readonly startedAt: number
  /** As Alexa sent it. */
  readonly sent: RequestEnvelope
  /** What to respond to: after a consent answer, the request that waited for it, in the context of `sent`. */
  envelope: RequestEnvelope
  readonly consentAnswer: ConsentAnswer | undefined
  /** The session attributes of the response. `undefined` without a session. */
  attributes: Record<string, unknown> | undefined
  /** Set by `ProfileInterceptor`, for the parameter decorators, which Nest hands no providers. */
  reader?: ProfileReader
  /** Whether a `ProfileInterceptor` is at work on it. */
  isIntercepted?: boolean
  /** What `@RequireProfile()` has let the handler have. */
  profile?: object
}

/** By HTTP request and by envelope. One for all copies of this package in the process. */
const turns: WeakMap<object, Turn> = processWide('nestjs-turns/1', () => new WeakMap())

/** When requests of Node's came. */
const arrivals: WeakMap<object, number> = processWide('nestjs-arrivals/1', () => new WeakMap())

/**
 * The turn of an HTTP request, or of an envelope that `@AlexaEnvelope()` gave; the same each time. `undefined` when its body
 * is no request of Alexa's.
 */
export function turnOf(httpRequestOrEnvelope: object): Turn | undefined {
  return turns.get(httpRequestOrEnvelope) ?? beginTurn(httpRequestOrEnvelope)
}

function beginTurn(httpRequest: object): Turn | undefined {
  const sent = envelopeOf(httpRequest)
  if (sent === undefined) return undefined
  const startedAt = arrivedAt(httpRequest) ?? performance.now()
  const resumption = resumptionOf(sent)
  const consentAnswer = resumption?.consentAnswer ?? readConsentAnswer(sent)
  const envelope = resumption?.envelope ?? sent
  const turn: Turn = { httpRequest, startedAt, sent, envelope, consentAnswer, attributes: attributesOf(envelope) }
  for (const key of [httpRequest, sent, envelope]) turns.set(key, turn)
  return turn
}

/** To be called with a request of Node's before anybody calls `turnOf` with what a framework makes of it. */
export function noteArrival(nodeRequest: object, at: number): void {
  arrivals.set(nodeRequest, at)
}

function arrivedAt(httpRequest: object): number | undefined {
  return arrivals.get(nodeRequestOf(httpRequest))
}

/** Express hands on Node's request, Fastify one of its own that holds it. */
export function nodeRequestOf(httpRequest: { raw?: unknown; httpVersionMajor?: unknown }): {
  httpVersionMajor?: unknown
} {
  const { raw } = httpRequest
  return isObject(raw) ? raw : httpRequest
}

/**
 * Alexa waits 8 s for a response; what guards, pipes and a busy server took of it is gone. Never 0: a read then ends at once.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html (read 2026-11-22)
 */
export function timeLeftMs({ startedAt }: Turn): number {
  return Math.max(1, startedAt + 8000 - performance.now())
}

function attributesOf({ session }: RequestEnvelope): Record<string, unknown> | undefined {
  if (!isObject(session)) return undefined
  const attributes = own(session, 'attributes')
  return isObject(attributes) ? { ...attributes } : {}
}

/**
 * Parsed from the bytes that `AlexaRequestGuard` verifies, if the app keeps them, and not taken from a body parser: so Nest
 * routes what the guard verified.
 */
function envelopeOf(httpRequest: { rawBody?: unknown; body?: unknown }): RequestEnvelope | undefined {
  const { rawBody, body } = httpRequest
  return types.isUint8Array(rawBody) ? readEnvelope(rawBody) : checkedEnvelope(body)
}

/** What Alexa sent, from the bytes of its body. `undefined` for what Alexa would not send. */
export function readEnvelope(rawBody: Uint8Array): RequestEnvelope | undefined {
  return checkedEnvelope(parse(rawBody))
}

function checkedEnvelope(envelope: unknown): RequestEnvelope | undefined {
  const isEnvelope = typeof own(own(envelope, 'request'), 'type') === 'string' && isObject(own(envelope, 'context'))
  return isEnvelope ? (envelope as RequestEnvelope) : undefined
}

function parse(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(rawBody).toString('utf8'))
  } catch {
    return undefined
  }
}
