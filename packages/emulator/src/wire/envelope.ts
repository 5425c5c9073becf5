import { randomUUID } from 'node:crypto'
import { wireTime } from './wire-time.js'

/** Any request of Alexa's: its type, and whatever that type brings. */
export interface AlexaRequest {
  readonly type: string
}

export interface LaunchRequest extends AlexaRequest {
  readonly type: 'LaunchRequest'
}

export interface IntentRequest extends AlexaRequest {
  readonly type: 'IntentRequest'
  /** Always this: a device carries on no dialog for the skill. */
  readonly dialogState: 'COMPLETED'
  readonly intent: {
    readonly name: string
    readonly confirmationStatus: 'NONE'
    readonly slots: Record<string, { name: string; value: string; confirmationStatus: 'NONE'; source: 'USER' }>
  }
}

export interface SessionEndedRequest extends AlexaRequest {
  readonly type: 'SessionEndedRequest'
  readonly reason: 'USER_INITIATED' | 'ERROR'
  /** Says why, when the reason is `ERROR`. */
  readonly error?: {
    readonly type: 'INVALID_RESPONSE' | 'INTERNAL_SERVICE_ERROR' | 'ENDPOINT_TIMEOUT'
    readonly message: string
  }
}

/** The session goes on after Alexa has asked the customer for consent. */
export interface SessionResumedRequest extends AlexaRequest {
  readonly type: 'SessionResumedRequest'
  readonly cause: {
    readonly type: 'ConnectionCompleted'
    /** As the skill gave it. Absent when it gave none. */
    readonly token?: string
    /** Of the connection, not of the customer's answer; `200` when there is one. */
    readonly status: { readonly code: string; readonly message: string }
    /** Without a status when the connection failed. */
    readonly result:
      | { readonly status: 'ACCEPTED' | 'DENIED' | 'NOT_ANSWERED' | 'REDIRECT_TO_APP' }
      | { readonly version: string; readonly status?: never }
      | null
  }
}

export type DeviceRequest = LaunchRequest | IntentRequest | SessionResumedRequest | SessionEndedRequest

/** What every request has besides its own members. */
export interface RequestBase {
  readonly requestId: string
  readonly timestamp: string
  readonly locale: string
}

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
