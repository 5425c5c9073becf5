import type { Claims } from './envelope.js'
import { type Rejection, reject } from './rejection.js'

/**
 * Whether it is a skill event or list event, which Alexa delivers again with its first timestamp, for up to an hour.
 * Checks the prefix, because the list in Amazon's SDK lacks both subscription-changed events and all list events.
 *
 * @see https://github.com/alexa/alexa-skills-kit-sdk-for-java/issues/141 (read 2026-11-22)
 */
export function isEvent(type: string): boolean {
  return type.startsWith('AlexaSkillEvent.') || type.startsWith('AlexaHouseholdListEvent.')
}

export interface TimestampTolerance {
  readonly timestampToleranceMs: number
  readonly eventToleranceMs: number
  readonly futureToleranceMs: number
}

/** Returns the time until which the request may be accepted, or the reason to reject it now. */
export function checkTimestamp(
  { type, timestamp }: Claims,
  nowMs: number,
  tolerance: TimestampTolerance,
): { readonly acceptableUntilMs: number } | Rejection {
  const sentMs = typeof timestamp === 'string' && form.test(timestamp) ? Date.parse(timestamp) : Number.NaN
  if (Number.isNaN(sentMs)) return reject('timestamp-malformed')
  const acceptableUntilMs = sentMs + (isEvent(type) ? tolerance.eventToleranceMs : tolerance.timestampToleranceMs)
  // Written so that a clock that returns NaN rejects.
  if (!(nowMs <= acceptableUntilMs)) return reject('timestamp-too-old')
  if (!(sentMs <= nowMs + tolerance.futureToleranceMs)) return reject('timestamp-in-future')
  return { acceptableUntilMs }
}

/** A time zone is required, because `Date.parse` would otherwise use this server's. */
const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/
