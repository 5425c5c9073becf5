import { isObject, own } from '../base/own.js'

/** Events come without a session today. Their names count in case that changes. */
const eventNames = /^(AlexaSkillEvent|AlexaHouseholdListEvent|Reminders|Messaging)\./

/** Alexa sends these in a session, and neither says nor shows the response to the customer. */
const unheardTypes: ReadonlySet<unknown> = new Set([
  'SessionEndedRequest',
  'System.ExceptionEncountered',
  'CanFulfillIntentRequest',
])

/**
 * For integrations: whether the customer hears the response to this request. Alexa rejects speech and cards in any other
 * response. An envelope that cannot be read counts as heard.
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
 * For integrations: whether Alexa tells the skill about something outside of a conversation: `AlexaSkillEvent.*`,
 * `AlexaHouseholdListEvent.*`, `Reminders.*`, `Messaging.*` … An empty response acknowledges it. Requests of the audio
 * player are no events: their responses control it.
 */
export function isEvent(envelope: unknown): boolean {
  try {
    const type = typeIn(envelope)
    if (/^(AudioPlayer|PlaybackController|System)\./.test(type)) return false
    // Requests that a customer makes are named without a dot: `IntentRequest`.
    return eventNames.test(type) || (type.includes('.') && !isObject(own(envelope, 'session')))
  } catch {
    return false
  }
}

/**
 * Whether a request has no session that Alexa sends with a session only: an envelope that a test made. Names without a dot are
 * those of customers' requests.
 */
export function lacksSession(envelope: unknown): boolean {
  const type = typeIn(envelope)
  return !isObject(own(envelope, 'session')) && !type.includes('.') && !unheardTypes.has(type)
}

function typeIn(envelope: unknown): string {
  const type = own(own(envelope, 'request'), 'type')
  return typeof type === 'string' ? type : ''
}
