import type { AlexaRequest } from './request.js'
import { wireTime } from './wire-time.js'

/**
 * Everything that the customer, and the speaker if there is one, has granted at that moment, not only what has changed.
 */
export interface AcceptedPermissions {
  readonly acceptedPermissions: { scope: string }[]
  /** The permissions of the speaker; present if the request names a person. */
  readonly acceptedPersonPermissions?: { scope: string }[]
}

/** The event after a customer or speaker has granted something for the first time. */
export interface SkillPermissionAccepted extends AlexaRequest {
  readonly type: 'AlexaSkillEvent.SkillPermissionAccepted'
  readonly body: AcceptedPermissions
}

/** The event after any later change of consent. */
export interface SkillPermissionChanged extends AlexaRequest {
  readonly type: 'AlexaSkillEvent.SkillPermissionChanged'
  readonly body: AcceptedPermissions
}

/** The event after the customer has enabled the skill. */
export interface SkillEnabled extends AlexaRequest {
  readonly type: 'AlexaSkillEvent.SkillEnabled'
}

/** The event after the customer has disabled the skill. */
export interface SkillDisabled extends AlexaRequest {
  readonly type: 'AlexaSkillEvent.SkillDisabled'
  /** What to do with the data. `NOT_PERSISTED`: the skill must forget what it has stored. */
  readonly body: { readonly userInformationPersistenceStatus: 'NOT_PERSISTED' }
}

/** A request that Alexa sends when no customer is speaking. */
export type SkillEvent = SkillPermissionAccepted | SkillPermissionChanged | SkillEnabled | SkillDisabled

/** The type of a skill event, such as `AlexaSkillEvent.SkillEnabled`. */
export type SkillEventType = SkillEvent['type']

/** The event of one type. */
export type SkillEventOf<Type extends SkillEventType> = Extract<SkillEvent, { readonly type: Type }>

/**
 * The JSON that Alexa posts if something has happened outside a session. It has no session, device or locale.
 * `RequestEnvelope` of `ask-sdk-model` accepts it without a cast.
 */
export interface EventEnvelope<Event extends SkillEvent = SkillEvent> {
  readonly version: '1.0'
  readonly context: {
    readonly System: {
      readonly application: { applicationId: string }
      /** `permissions` is absent if nothing is granted. The token is the `apiAccessToken`. */
      readonly user: { userId: string; permissions?: { consentToken: string } }
      /** Present if the event is about a speaker's consent. */
      readonly person?: { personId: string }
      readonly apiEndpoint: string
      readonly apiAccessToken: string
    }
  }
  readonly request: Event & {
    readonly requestId: string
    readonly timestamp: string
    readonly eventCreationTime: string
    readonly eventPublishingTime: string
  }
}

/** The parts of an event envelope. @internal */
export interface EventEnvelopeParts<Type extends SkillEventType> {
  readonly apiEndpoint: string
  readonly token: string
  readonly requestId: string
  readonly skillId: string
  readonly userId: string
  readonly granted: ReadonlySet<string>
  readonly speaker: { readonly personId: string; readonly granted: ReadonlySet<string> } | undefined
  readonly type: Type
  readonly createdAtMs: number
}

/**
 * Creates an envelope with the shape of real events. All three times are the same, as in real events. Real events have
 * a bare UUID as `requestId`.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/smapi/skill-events-in-alexa-skills.html (read 2026-11-23)
 * @internal
 */
export function createEventEnvelope<Type extends SkillEventType>(
  parts: EventEnvelopeParts<Type>,
): EventEnvelope<SkillEventOf<Type>> {
  const { type, token, granted, speaker } = parts
  const hasConsent = granted.size > 0 || (speaker?.granted.size ?? 0) > 0
  const time = wireTime(parts.createdAtMs)
  // The cast is safe because eventOf() returns the event of this type.
  const event = eventOf(type, granted, speaker?.granted) as SkillEventOf<Type>
  return {
    version: '1.0',
    context: {
      System: {
        application: { applicationId: parts.skillId },
        user: { userId: parts.userId, ...(hasConsent && { permissions: { consentToken: token } }) },
        ...(speaker && { person: { personId: speaker.personId } }),
        apiEndpoint: parts.apiEndpoint,
        apiAccessToken: token,
      },
    },
    request: {
      ...event,
      requestId: parts.requestId,
      timestamp: time,
      eventCreationTime: time,
      eventPublishingTime: time,
    },
  }
}

function eventOf(
  type: SkillEventType,
  granted: ReadonlySet<string>,
  grantedBySpeaker: ReadonlySet<string> | undefined,
): SkillEvent {
  if (type === 'AlexaSkillEvent.SkillEnabled') return { type }
  if (type === 'AlexaSkillEvent.SkillDisabled') {
    return { type, body: { userInformationPersistenceStatus: 'NOT_PERSISTED' } }
  }
  return {
    type,
    body: {
      acceptedPermissions: listOf(granted),
      ...(grantedBySpeaker && { acceptedPersonPermissions: listOf(grantedBySpeaker) }),
    },
  }
}

function listOf(scopes: ReadonlySet<string>): { scope: string }[] {
  return [...scopes].map((scope) => ({ scope }))
}
