import { addFingerprint } from '../base/fingerprint.js'
import { printAsPlain } from '../base/print-as-plain.js'
import { ProfileError } from '../base/profile-error.js'
import type { FieldLevel } from '../fields/field.js'
import type { ProfileField, ProfileValues } from '../fields/fields.js'
import type { ProfileScope } from '../fields/scopes.js'

/** The details of the read, in every result. */
export interface ResultDetails {
  readonly field: ProfileField
  /** The owner of the value: the account, the speaker or the device. */
  readonly level: FieldLevel
  /** The `X-Amzn-RequestId` of Alexa's last response. Amazon's support asks for it. */
  readonly requestId?: string
  /**
   * The number of requests that were sent; 0 without a request. A repetition because the kept connection was gone does
   * not count.
   */
  readonly attempts: number
  /** The time from the first call of `read` for this field to the result, in milliseconds. */
  readonly durationMs: number
}

/** 200: the field has a value. It is not visible in logs, JSON, string templates or copies: read `.value`. */
export interface Available<Value = unknown> extends ResultDetails {
  readonly status: 'available'
  readonly value: Value
}

/** 204, or 200 with `null` or `""`: the customer gave consent, but has stored nothing. */
export interface NotSet extends ResultDetails {
  readonly status: 'not-set'
}

/** 403, for a field that needs a permission. */
export interface PermissionMissing extends ResultDetails {
  readonly status: 'permission-missing'
  /** The permission, as the manifest spells it. */
  readonly scope: ProfileScope
  /**
   * Why the permission is missing. `not-granted`: the customer has not given consent. `not-declared`: the skill's
   * manifest does not declare the scope, which the developer must fix. `unknown`: Alexa gave no reason; most likely
   * `not-granted`.
   */
  readonly reason: 'not-granted' | 'not-declared' | 'unknown'
}

/** 401, or 403 with a body that says so: the token has expired or was changed. The next request has a new one. */
export interface TokenInvalid extends ResultDetails {
  readonly status: 'token-invalid'
}

/** 429, even after the retries that the time allows. */
export interface Throttled extends ResultDetails {
  readonly status: 'throttled'
  /** The wait that Alexa asks for, in milliseconds. */
  readonly retryAfterMs?: number
}

/** Alexa's API could not be read, or its response could not be used. `failure` says why. */
export interface Failed extends ResultDetails {
  readonly status: 'failed'
  /**
   * What failed. `server-error`: 5xx. `unexpected-status`: any other undocumented status, including redirects.
   * `network`: no connection, or a broken one; see `code`. `timeout`: no response within the deadline.
   * `invalid-response`: 200 without the documented JSON. `blocked`: 403 with a page from Amazon's content network.
   * `aborted`: by your `signal`, or because the client was closed.
   */
  readonly failure:
    | 'server-error'
    | 'unexpected-status'
    | 'network'
    | 'timeout'
    | 'invalid-response'
    | 'blocked'
    | 'aborted'
  readonly httpStatus?: number
  /** Node's error code, if there was an error: `ECONNRESET`, `ENOTFOUND` … */
  readonly code?: string
}

/**
 * The request has no `context.System.person`, because Alexa did not recognize the speaker. Only for the speaker's
 * fields.
 */
export interface NoSpeaker extends ResultDetails {
  readonly status: 'no-speaker'
}

/** The request, such as a skill event, has no `context.System.device`. Only for device fields. */
export interface NoDevice extends ResultDetails {
  readonly status: 'no-device'
}

/** The result of reading one field: a value, or the reason why there is no value. */
export type ProfileResult<Value = unknown> =
  | Available<Value>
  | NotSet
  | PermissionMissing
  | TokenInvalid
  | Throttled
  | Failed
  | NoSpeaker
  | NoDevice

/** The result of each requested field. */
export type ProfileResults<Field extends ProfileField> = { readonly [F in Field]: ProfileResult<ProfileValues[F]> }

/**
 * Hides its value from everything that lists properties: `util.inspect`, `JSON.stringify`, spread, lodash's clone and
 * merge, structuredClone.
 */
class AvailableResult<Value> implements Available<Value> {
  readonly status = 'available'
  readonly field: ProfileField
  readonly level: FieldLevel
  declare readonly requestId?: string
  readonly attempts: number
  readonly durationMs: number
  readonly #value: Value

  constructor({ field, level, requestId, attempts, durationMs }: ResultDetails, value: Value) {
    this.field = field
    this.level = level
    if (requestId !== undefined) this.requestId = requestId
    this.attempts = attempts
    this.durationMs = durationMs
    this.#value = value
    addFingerprint(this, value)
  }

  get value(): Value {
    if (#value in this) return this.#value
    throw new ProfileError('copy-without-values', 'A copied result has no value. Read .value from the original.')
  }

  toJSON(): object {
    const { status, field, level, requestId, attempts, durationMs } = this
    return { status, field, level, ...(requestId !== undefined && { requestId }), attempts, durationMs }
  }
}

printAsPlain(AvailableResult)

export function availableResult<Value>(details: ResultDetails, value: Value): Available<Value> {
  return Object.freeze(new AvailableResult(details, value))
}
