import {
  type AskForConsent,
  type AskToFillIn,
  type DeviceUnknown,
  decide,
  type FixSkill,
  type Proceed,
  type ProfileDecision,
  type SpeakerUnknown,
  type TryLater,
} from './decide/decide.js'
import { type FieldAt, fields, levelOf, type ProfileField, type ProfileValues } from './fields/fields.js'
import {
  type Available,
  availableResult,
  type Failed,
  type NoDevice,
  type NoSpeaker,
  type NotSet,
  type PermissionMissing,
  type ProfileResult,
  type ResultDetails,
  type Throttled,
  type TokenInvalid,
} from './read/profile-result.js'

/** Details of a built result. Default: one attempt in 0 ms, at the level `customer` or `device`. */
export type BuiltDetails = Partial<Omit<ResultDetails, 'field'>>

function detailsOf(field: ProfileField, details: BuiltDetails): ResultDetails {
  return { level: levelOf(field, 'customer'), attempts: 1, durationMs: 0, ...details, field }
}

/**
 * Builds the result of a field that has a value.
 *
 * @example available('email', 'ann@example.com')
 */
export function available<Field extends ProfileField>(
  field: Field,
  value: ProfileValues[Field],
  details: BuiltDetails = {},
): Available<ProfileValues[Field]> {
  return availableResult(detailsOf(field, details), value)
}

/** Builds the result of a field that the customer has not filled in. */
export function notSet(field: ProfileField, details: BuiltDetails = {}): NotSet {
  return Object.freeze({ status: 'not-set', ...detailsOf(field, details) })
}

/**
 * Builds the result of a field without permission. Default reason: `not-granted`.
 *
 * @throws {TypeError} for a field that needs no permission
 */
export function permissionMissing(
  field: ProfileField,
  { reason = 'not-granted', ...details }: BuiltDetails & Partial<Pick<PermissionMissing, 'reason'>> = {},
): PermissionMissing {
  const { scope } = fields[field]
  if (scope === undefined) throw new TypeError(`${field} needs no permission, so it cannot be missing.`)
  return Object.freeze({
    status: 'permission-missing',
    reason,
    scope: scope.manifest,
    ...detailsOf(field, details),
  })
}

/** Builds the result of a read with an expired or changed token. */
export function tokenInvalid(field: ProfileField, details: BuiltDetails = {}): TokenInvalid {
  return Object.freeze({ status: 'token-invalid', ...detailsOf(field, details) })
}

/** Builds the result of a read that Alexa throttled. */
export function throttled(
  field: ProfileField,
  { retryAfterMs, ...details }: BuiltDetails & Pick<Throttled, 'retryAfterMs'> = {},
): Throttled {
  const wait = retryAfterMs !== undefined && { retryAfterMs }
  return Object.freeze({ status: 'throttled', ...wait, ...detailsOf(field, details) })
}

/**
 * Builds the result of a failed read.
 *
 * @example failed('email', 'timeout')
 */
export function failed(
  field: ProfileField,
  failure: Failed['failure'],
  { httpStatus, code, ...details }: BuiltDetails & Pick<Failed, 'httpStatus' | 'code'> = {},
): Failed {
  const cause = { ...(httpStatus !== undefined && { httpStatus }), ...(code !== undefined && { code }) }
  return Object.freeze({ status: 'failed', failure, ...cause, ...detailsOf(field, details) })
}

/** Builds the result of a speaker's field if Alexa did not recognize the speaker. */
export function noSpeaker(field: FieldAt<'speaker'>, details: BuiltDetails = {}): NoSpeaker {
  return Object.freeze({ status: 'no-speaker', ...detailsOf(field, { level: 'speaker', attempts: 0, ...details }) })
}

/** Builds the result of a device's field if the request names no device. */
export function noDevice(field: FieldAt<'device'>, details: BuiltDetails = {}): NoDevice {
  return Object.freeze({ status: 'no-device', ...detailsOf(field, { attempts: 0, ...details }) })
}

/**
 * Builds the decision to proceed with these values.
 *
 * @param missing results of optional fields that are not available
 *
 * @example proceed({ givenName: 'Ann' }, [notSet('mobileNumber')])
 */
export function proceed<Field extends ProfileField>(
  profile: Readonly<Pick<ProfileValues, Field>>,
  missing: readonly ProfileResult[] = [],
): Proceed<Field, ProfileField> {
  const values = Object.entries(profile) as [Field, ProfileValues[Field]][]
  const there = values.map(([field, value]) => available(field, value))
  return decisionOn<Proceed<Field, ProfileField>>(there, missing)
}

/**
 * Builds the decision to ask for consent.
 *
 * @example askForConsent(['givenName', 'email'])
 */
export function askForConsent(fields: readonly ProfileField[]): AskForConsent {
  return decisionOn(fields.map((field) => permissionMissing(field)))
}

/** Builds the decision to ask the customer to fill in these fields. */
export function askToFillIn(fields: readonly ProfileField[]): AskToFillIn {
  return decisionOn(fields.map((field) => notSet(field)))
}

/** Builds the decision for a speaker whom Alexa did not recognize. */
export function speakerUnknown(fields: readonly FieldAt<'speaker'>[]): SpeakerUnknown {
  return decisionOn(fields.map((field) => noSpeaker(field)))
}

/** Builds the decision for a request that names no device. */
export function deviceUnknown(fields: readonly FieldAt<'device'>[]): DeviceUnknown {
  return decisionOn(fields.map((field) => noDevice(field)))
}

/** Builds the decision to try again later. */
export function tryLater(fields: readonly ProfileField[], options: Pick<Throttled, 'retryAfterMs'> = {}): TryLater {
  return decisionOn(fields.map((field) => throttled(field, options)))
}

/** Builds the decision for a manifest that does not declare the permissions of these fields. */
export function fixSkill(fields: readonly ProfileField[]): FixSkill {
  return decisionOn(fields.map((field) => permissionMissing(field, { reason: 'not-declared' })))
}

/** Decides on results that lead to the named action. */
function decisionOn<Decision extends ProfileDecision<never, ProfileField>>(
  required: readonly ProfileResult[],
  optional: readonly ProfileResult[] = [],
): Decision {
  const fieldsOf = (results: readonly ProfileResult[]) => results.map(({ field }) => field)
  const results = Object.fromEntries([...required, ...optional].map((result) => [result.field, result]))
  const requirement = { required: fieldsOf(required), optional: fieldsOf(optional) }
  return decide(results as Record<ProfileField, ProfileResult>, requirement) as ProfileDecision as Decision
}

/**
 * The matchers of `profileMatchers`.
 *
 * @example
 * declare module 'vitest' { interface Matchers<T> extends ProfileMatchers<T> {} }
 * @example
 * declare global { namespace jest { interface Matchers<R> extends ProfileMatchers<R> {} } }
 */
export interface ProfileMatchers<Returned = unknown> {
  /** Expects a result with a value, or with this value. */
  toBeAvailable(value?: unknown): Returned
  /** Expects a decision to proceed with exactly these values. */
  toProceedWith(profile: Readonly<Partial<ProfileValues>>): Returned
}

interface MatcherContext {
  equals(a: unknown, b: unknown): boolean
}

interface MatcherAnswer {
  pass: boolean
  message: () => string
}

/**
 * Matchers for vitest and jest: `expect.extend(profileMatchers)`. `toEqual` also distinguishes results with different
 * values, but compares `durationMs` and the other details, too. Failure messages contain no values.
 */
export const profileMatchers = {
  toBeAvailable(this: MatcherContext, received: ProfileResult, ...expected: [value?: unknown]): MatcherAnswer {
    const isAvailable = received?.status === 'available'
    const pass = isAvailable && (expected.length === 0 || this.equals(received.value, expected[0]))
    const found = isAvailable ? 'a different value' : `${received?.status ?? 'no result'}`
    return {
      pass,
      message: () => (pass ? 'expected the value not to be available' : `expected an available value, found ${found}`),
    }
  },
  toProceedWith(
    this: MatcherContext,
    received: ProfileDecision,
    profile: Readonly<Partial<ProfileValues>>,
  ): MatcherAnswer {
    const proceeds = received?.action === 'proceed'
    const pass = proceeds && this.equals(received.profile, profile)
    const found = proceeds ? 'different values' : `${received?.action ?? 'no decision'}`
    return {
      pass,
      message: () => (pass ? 'expected not to proceed with these values' : `expected to proceed, found ${found}`),
    }
  },
}
