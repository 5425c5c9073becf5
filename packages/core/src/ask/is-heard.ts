import { isObject, own } from '../base/own.js'

/** Today, events have no session. Their names count in case that changes. */
const eventNames = /^(AlexaSkillEvent|AlexaHouseholdListEvent|Reminders|Messaging)\./

/** Alexa sends these in a session, but neither speaks nor shows the response. */
const unheardTypes: ReadonlySet<unknown> = new Set([
  'SessionEndedRequest',
  'System.ExceptionEncountered',
  'CanFulfillIntentRequest',
])

/**
 * For integrations: whether the customer hears the response to this request. If not, Alexa rejects speech and cards in
 * it. Returns true for an envelope that cannot be read.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-types-reference.html (read 2026-11-22)
 */
export function isHeard(envelope: unknown): boolean {
  try {
    if (!isObject(envelope)) return true
    const type = typeIn(envelope)
    return isObject(own(envelope, 'session')) && !unheardTypes.has(type) && !eventNames.test(type)
  } catch {
    return true
  }
}

/**
 * For integrations: whether the request is an event outside a conversation, which an empty response acknowledges:
 * `AlexaSkillEvent.*`, `AlexaHouseholdListEvent.*`, `Reminders.*`, `Messaging.*` and others. Audio player requests do
 * not count, because their responses control the player.
 */
export function isEvent(envelope: unknown): boolean {
  try {
    const type = typeIn(envelope)
    if (/^(AudioPlayer|PlaybackController|System)\./.test(type)) return false
    // Requests from customers have names without a dot, such as `IntentRequest`.
    return eventNames.test(type) || (type.includes('.') && !isObject(own(envelope, 'session')))
  } catch {
    return false
  }
}

/**
 * Whether a session is missing that Alexa always sends with this request, as in an envelope made for a test. Requests
 * from customers have names without a dot.
 */
export function lacksSession(envelope: unknown): boolean {
  const type = typeIn(envelope)
  return !isObject(own(envelope, 'session')) && !type.includes('.') && !unheardTypes.has(type)
}

function typeIn(envelope: unknown): string {
  const type = own(own(envelope, 'request'), 'type')
  return typeof type === 'string' ? type : ''
}
