import { own } from '../base/own.js'
import type { Scope } from '../fields/scopes.js'

interface SkillEventDetails {
  readonly userId: string
  /** When Alexa recognized who made the change. */
  readonly personId?: string
  /** When it happened. */
  readonly createdAt: Date
  /** When Alexa sent it off; later deliveries keep the first one's. */
  readonly publishedAt: Date
  /** The same when an event is delivered twice. */
  readonly requestId: string
}

/**
 * The customer changed what the skill may know. It says what holds now, not what changed; it may arrive late, twice and
 * out of order: `newest` picks.
 */
export interface PermissionEvent extends SkillEventDetails {
  readonly type: 'AlexaSkillEvent.SkillPermissionAccepted' | 'AlexaSkillEvent.SkillPermissionChanged'
  /** All that the account's holder grants now; also scopes that this library does not know. May be empty. */
  readonly accepted: readonly (Scope | (string & {}))[]
  /** All that the speaker grants now. Only when Alexa recognized one. */
  readonly acceptedBySpeaker?: readonly (Scope | (string & {}))[]
}

/** The customer enabled or disabled the skill. Enabling again brings a new `userId`. */
export interface EnablementEvent extends SkillEventDetails {
  readonly type: 'AlexaSkillEvent.SkillEnabled' | 'AlexaSkillEvent.SkillDisabled'
  /** Only when disabled, and only when Alexa says so: whether the customer's data is to be kept. Delete it when not. */
  readonly keepsData?: boolean
}

/**
 * Reads a permission event; `undefined` for any other request. Never throws.
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

/** Reads the event of a skill being enabled or disabled; `undefined` for any other request. Never throws. */
export function readEnablementEvent(envelope: unknown): EnablementEvent | undefined {
  return readEvent(envelope, (type, body, details) => {
    if (type !== 'AlexaSkillEvent.SkillEnabled' && type !== 'AlexaSkillEvent.SkillDisabled') return undefined
    const persistence = own(body, 'userInformationPersistenceStatus')
    return { type, ...(typeof persistence === 'string' && { keepsData: persistence === 'PERSISTED' }), ...details }
  })
}

/** The one that holds, of two events about the same customer: the one that happened later. */
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
