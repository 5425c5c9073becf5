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

/** One Alexa request on its way through Nest. Stored beside the HTTP request, so that no provider is request-scoped. */
export interface Turn {
  readonly httpRequest: object
  /** The arrival time, if known, in milliseconds of `performance.now()`. */
  readonly startedAt: number
  /** The envelope as Alexa sent it. */
  readonly sent: RequestEnvelope
  /** The envelope to respond to: after a consent answer, the request that waited for it, in the context of `sent`. */
  envelope: RequestEnvelope
  readonly consentAnswer: ConsentAnswer | undefined
  /** The session attributes of the response. `undefined` without a session. */
  attributes: Record<string, unknown> | undefined
  /** Set by `ProfileInterceptor`, for the parameter decorators, which have no access to providers. */
  reader?: ProfileReader
  /** Whether a `ProfileInterceptor` is handling it. */
  isIntercepted?: boolean
  /** The profile that `@RequireProfile()` passes to the handler. */
  profile?: object
}

/** By HTTP request and by envelope. One map for all copies of this package in the process. */
const turns: WeakMap<object, Turn> = processWide('nestjs-turns/1', () => new WeakMap())

/** When Node's requests arrived. */
const arrivals: WeakMap<object, number> = processWide('nestjs-arrivals/1', () => new WeakMap())

/**
 * Returns the turn of an HTTP request, or of an envelope from `@AlexaEnvelope()`; always the same one. Returns
 * `undefined` if the body is not a request from Alexa.
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

/** Call this with Node's request before `turnOf` is called with the framework's request. */
export function noteArrival(nodeRequest: object, at: number): void {
  arrivals.set(nodeRequest, at)
}

function arrivedAt(httpRequest: object): number | undefined {
  return arrivals.get(nodeRequestOf(httpRequest))
}

/** Returns Node's request, which Express passes on. Fastify has its own, which holds it. */
export function nodeRequestOf(httpRequest: { raw?: unknown; httpVersionMajor?: unknown }): {
  httpVersionMajor?: unknown
} {
  const { raw } = httpRequest
  return isObject(raw) ? raw : httpRequest
}

/**
 * Returns how much is left of the 8 s that Alexa waits, after guards, pipes and a busy server have used some of it.
 * Never 0, because a read would then end at once.
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
 * Parsed from the bytes that `AlexaRequestGuard` verifies, if the app keeps them, and not from a body parser, so that
 * Nest routes the verified request.
 */
function envelopeOf(httpRequest: { rawBody?: unknown; body?: unknown }): RequestEnvelope | undefined {
  const { rawBody, body } = httpRequest
  return types.isUint8Array(rawBody) ? readEnvelope(rawBody) : checkedEnvelope(body)
}

/** Parses the envelope from the bytes of the body. Returns `undefined` for a body that Alexa would not send. */
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
