import { randomUUID } from 'node:crypto'
import type { AlexaRequest, DeviceRequest, RequestBase } from './request.js'
import { wireTime } from './wire-time.js'

export interface Session {
  readonly new: boolean
  readonly sessionId: string
  readonly application: { applicationId: string }
  readonly attributes: { [name: string]: unknown }
  readonly user: { userId: string }
}

/** The JSON that Alexa posts to a skill. `RequestEnvelope` of `ask-sdk-model` accepts it without a cast. */
export interface RequestEnvelope<Request extends AlexaRequest = DeviceRequest> {
  readonly version: '1.0'
  /** Absent on requests outside a session. */
  readonly session?: Session
  readonly context: {
    readonly System: {
      readonly application: { applicationId: string }
      readonly user: { userId: string }
      /** Present when Alexa has recognized who speaks. */
      readonly person?: { personId: string }
      readonly device: { deviceId: string; supportedInterfaces: Record<string, never> }
      readonly apiEndpoint: string
      readonly apiAccessToken: string
    }
  }
  readonly request: Request & RequestBase
}

/** @internal */
export interface EnvelopeParts<Request extends AlexaRequest> {
  readonly apiEndpoint: string
  readonly token: string
  readonly requestId: string
  readonly skillId: string
  readonly userId: string
  readonly deviceId: string
  readonly personId: string | undefined
  readonly locale: string
  readonly session: Pick<Session, 'new' | 'sessionId' | 'attributes'> | undefined
  readonly request: Request
}

/**
 * The shape that real requests have.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html (read 2026-11-22)
 * @internal
 */
export function createEnvelope<Request extends AlexaRequest>(parts: EnvelopeParts<Request>): RequestEnvelope<Request> {
  const { session, personId, userId } = parts
  const application = { applicationId: parts.skillId }
  return {
    version: '1.0',
    ...(session && { session: { ...session, application: { ...application }, user: { userId } } }),
    context: {
      System: {
        application,
        user: { userId },
        ...(personId !== undefined && { person: { personId } }),
        device: { deviceId: parts.deviceId, supportedInterfaces: {} },
        apiEndpoint: parts.apiEndpoint,
        apiAccessToken: parts.token,
      },
    },
    request: {
      requestId: parts.requestId,
      timestamp: wireTime(Date.now()),
      locale: parts.locale,
      ...parts.request,
    },
  }
}

/** @internal */
export function newRequestId(): string {
  return `amzn1.echo-api.request.${randomUUID()}`
}

/** @internal */
export function newSession(): Pick<Session, 'new' | 'sessionId' | 'attributes'> {
  return { new: true, sessionId: `amzn1.echo-api.session.${randomUUID()}`, attributes: {} }
}
