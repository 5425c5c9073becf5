import { randomUUID } from 'node:crypto'
import type { DeviceContext } from './device-context.js'
import type { AlexaRequest, DeviceRequest, RequestBase } from './request.js'
import { wireTime } from './wire-time.js'

/** The session of a request. */
export interface Session {
  readonly new: boolean
  readonly sessionId: string
  readonly application: { applicationId: string }
  /** The attributes of the skill's last response. Absent in a new session. */
  readonly attributes?: { [name: string]: unknown }
  readonly user: User
}

/** The customer in a request. */
export interface User {
  readonly userId: string
  /** The token of the account that the customer has linked. */
  readonly accessToken?: string
  /** The permissions; present if anything is granted, or if the skill declares a scope that `scopes` reports. */
  readonly permissions?: {
    /** The `apiAccessToken`. Present if anything is granted. */
    consentToken?: string
    /** The state of the permission for the device's location, if the skill declares it. */
    scopes?: { [scope: string]: { status: 'GRANTED' | 'DENIED' } }
  }
}

/**
 * The JSON that Alexa posts to a skill. `RequestEnvelope` of `ask-sdk-model` accepts it without a cast, except for an
 * `IntentRequest`: there that type wants a `dialogState`, which Alexa leaves out for most skills.
 */
export interface RequestEnvelope<Request extends AlexaRequest = DeviceRequest> {
  readonly version: '1.0'
  /** The session; absent on requests outside a session. */
  readonly session?: Session
  readonly context: {
    readonly System: {
      readonly application: { applicationId: string }
      readonly user: User
      /** Present if Alexa has recognized the speaker. */
      readonly person?: { personId: string }
      readonly device: { deviceId: string; supportedInterfaces: Record<string, object> }
      readonly apiEndpoint: string
      readonly apiAccessToken: string
    }
  } & DeviceContext
  readonly request: Request & RequestBase
}

/** The parts of an envelope. @internal */
export interface EnvelopeParts<Request extends AlexaRequest> {
  readonly apiEndpoint: string
  readonly token: string
  readonly requestId: string
  readonly skillId: string
  readonly userId: string
  /** The token of the linked account; undefined if the customer has not linked an account. */
  readonly accessToken: string | undefined
  readonly hasConsent: boolean
  /** Scopes whose state the request reports, and whether they are granted. */
  readonly toldScopes: ReadonlyMap<string, boolean>
  readonly deviceId: string
  readonly supportedInterfaces: Record<string, object>
  readonly context: DeviceContext
  readonly timeMs: number
  readonly personId: string | undefined
  readonly locale: string
  readonly session: SessionState | undefined
  readonly request: Request
}

/** What stays the same during a session. @internal */
export type SessionState = Pick<Session, 'new' | 'sessionId' | 'attributes'>

/**
 * Creates an envelope with the shape of real requests.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html (read 2026-11-22)
 * @internal
 */
export function createEnvelope<Request extends AlexaRequest>(parts: EnvelopeParts<Request>): RequestEnvelope<Request> {
  const { session, personId, accessToken } = parts
  const application = { applicationId: parts.skillId }
  const user: User = {
    userId: parts.userId,
    ...(accessToken !== undefined && { accessToken }),
    ...((parts.hasConsent || parts.toldScopes.size > 0) && { permissions: permissionsOf(parts) }),
  }
  return {
    version: '1.0',
    ...(session && { session: { ...session, application: { ...application }, user: structuredClone(user) } }),
    context: {
      ...parts.context,
      System: {
        application,
        user,
        ...(personId !== undefined && { person: { personId } }),
        device: { deviceId: parts.deviceId, supportedInterfaces: parts.supportedInterfaces },
        apiEndpoint: parts.apiEndpoint,
        apiAccessToken: parts.token,
      },
    },
    request: {
      requestId: parts.requestId,
      timestamp: wireTime(parts.timeMs),
      locale: parts.locale,
      ...parts.request,
    },
  }
}

function permissionsOf({
  hasConsent,
  toldScopes,
  token,
}: Pick<EnvelopeParts<AlexaRequest>, 'hasConsent' | 'toldScopes' | 'token'>): NonNullable<User['permissions']> {
  const scopes = [...toldScopes].map(([scope, granted]) => [scope, { status: granted ? 'GRANTED' : 'DENIED' }] as const)
  return {
    ...(hasConsent && { consentToken: token }),
    ...(scopes.length > 0 && { scopes: Object.fromEntries(scopes) }),
  }
}

/** Creates a request id. @internal */
export function newRequestId(): string {
  return `amzn1.echo-api.request.${randomUUID()}`
}

/** Creates the state of a new session. @internal */
export function newSession(): SessionState {
  return { new: true, sessionId: `amzn1.echo-api.session.${randomUUID()}` }
}
