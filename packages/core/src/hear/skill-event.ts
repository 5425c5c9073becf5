import { own } from '../base/own.js'
import type { Scope } from '../fields/scopes.js'

interface SkillEventDetails {
  readonly userId: string
  /** The speaker who made the change, if Alexa recognized the voice. */
  readonly personId?: string
  /** When the change happened. */
  readonly createdAt: Date
  /** When Alexa first sent the event. Later deliveries repeat this time. */
  readonly publishedAt: Date
  /** Stays the same when an event is delivered twice. */
  readonly requestId: string
}

/**
 * The customer changed the skill's permissions. The event holds the current state, not the change. Events may be late,
 * delivered twice or out of order: use `newest`.
 */
export interface PermissionEvent extends SkillEventDetails {
  readonly type: 'AlexaSkillEvent.SkillPermissionAccepted' | 'AlexaSkillEvent.SkillPermissionChanged'
  /** Every permission that the account grants now. May be empty, and may contain scopes that this library does not know. */
  readonly accepted: readonly (Scope | (string & {}))[]
  /** Every permission that the speaker grants now. Missing if Alexa did not recognize the speaker. */
  readonly acceptedBySpeaker?: readonly (Scope | (string & {}))[]
}

/** The customer enabled or disabled the skill. Enabling it again creates a new `userId`. */
export interface EnablementEvent extends SkillEventDetails {
  readonly type: 'AlexaSkillEvent.SkillEnabled' | 'AlexaSkillEvent.SkillDisabled'
  /**
   * Whether to keep the customer's data after the skill is disabled. Missing if Alexa does not say. If false, delete
   * it.
   */
  readonly keepsData?: boolean
}

/**
 * Reads a permission event. Returns `undefined` for any other request. Never throws.
 *
 * @see https://developer.amazon.com/docs/smapi/skill-events-in-alexa-skills.html (read 2026-11-22)
 */
export function readPermissionEvent(envelope: unknown): PermissionEvent | undefined {
  return readEvent(envelope, (type, body, details) => {
    if (type !== 'AlexaSkillEvent.SkillPermissionAccepted' && type !== 'AlexaSkillEvent.SkillPermissionChanged') {
      return undefined
    }
    const bySpeaker = own(body, 'acceptedPersonPermissions')
    return {
      type,
      accepted: scopesIn(own(body, 'acceptedPermissions')),
      ...(bySpeaker !== undefined && { acceptedBySpeaker: scopesIn(bySpeaker) }),
      ...details,
    }
  })
}

/** Reads the event of enabling or disabling the skill. Returns `undefined` for any other request. Never throws. */
export function readEnablementEvent(envelope: unknown): EnablementEvent | undefined {
  return readEvent(envelope, (type, body, details) => {
    if (type !== 'AlexaSkillEvent.SkillEnabled' && type !== 'AlexaSkillEvent.SkillDisabled') return undefined
    const persistence = own(body, 'userInformationPersistenceStatus')
    return { type, ...(typeof persistence === 'string' && { keepsData: persistence === 'PERSISTED' }), ...details }
  })
}

/** Returns the valid one of two events about the same customer: the later change. */
export function newest<Event extends SkillEventDetails>(a: Event, b: Event): Event {
  const difference = b.createdAt.getTime() - a.createdAt.getTime()
  return difference > 0 || (difference === 0 && b.publishedAt > a.publishedAt) ? b : a
}

function readEvent<Event>(
  envelope: unknown,
  read: (type: unknown, body: unknown, details: SkillEventDetails) => Event | undefined,
): Event | undefined {
  try {
    const request = own(envelope, 'request')
    const system = own(own(envelope, 'context'), 'System')
    const userId = own(own(system, 'user'), 'userId')
    const requestId = own(request, 'requestId')
    if (typeof userId !== 'string' || typeof requestId !== 'string') return undefined
    const personId = own(own(system, 'person'), 'personId')
    const sentAt = dateOf(own(request, 'timestamp')) ?? new Date(0)
    const createdAt = dateOf(own(request, 'eventCreationTime')) ?? sentAt
    const publishedAt = dateOf(own(request, 'eventPublishingTime')) ?? sentAt
    const speaker = typeof personId === 'string' && { personId }
    return read(own(request, 'type'), own(request, 'body'), { userId, ...speaker, createdAt, publishedAt, requestId })
  } catch {
    return undefined
  }
}

function scopesIn(permissions: unknown): string[] {
  if (!Array.isArray(permissions)) return []
  return permissions.map((permission) => own(permission, 'scope')).filter((scope) => typeof scope === 'string')
}

function dateOf(value: unknown): Date | undefined {
  const date = new Date(typeof value === 'string' ? value : Number.NaN)
  return Number.isNaN(date.getTime()) ? undefined : date
}
