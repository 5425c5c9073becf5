import { addFingerprint } from '../base/fingerprint.js'
import { printAsPlain } from '../base/print-as-plain.js'
import { ProfileError } from '../base/profile-error.js'
import type { FieldLevel } from '../fields/field.js'
import type { ProfileField, ProfileValues } from '../fields/fields.js'
import type { ProfileScope } from '../fields/scopes.js'

/** What every result says of the read that it came from. */
export interface ResultDetails {
  readonly field: ProfileField
  /** Whose data it is: the account's, the speaker's or the device's. */
  readonly level: FieldLevel
  /** `X-Amzn-RequestId` of the last answer; what Amazon's support asks for. */
  readonly requestId?: string
  /** Requests that were sent; 0 when none was. A request repeated because its kept connection was gone counts once. */
  readonly attempts: number
  /** From the call of `read` (or the first one that asked for this field) to the result, in milliseconds. */
  readonly durationMs: number
}

/** 200. The value does not show in logs, JSON, string templates or copies: read `.value`. */
export interface Available<Value = unknown> extends ResultDetails {
  readonly status: 'available'
  readonly value: Value
}

/** 204, or 200 with `null` or `""`: the customer agreed, and has nothing there. */
export interface NotSet extends ResultDetails {
  readonly status: 'not-set'
}

/** 403, for a field that needs a permission. */
export interface PermissionMissing extends ResultDetails {
  readonly status: 'permission-missing'
  /** As the manifest spells it. */
  readonly scope: ProfileScope
  /**
   * `not-granted`: the customer has not agreed. `not-declared`: the skill's manifest does not declare the scope, which
   * the developer has to fix. `unknown`: Alexa did not say; most likely the former.
   */
  readonly reason: 'not-granted' | 'not-declared' | 'unknown'
}

/** 401, or 403 with a body that says so: the token has expired or was changed. The next request brings a fresh one. */
export interface TokenInvalid extends ResultDetails {
  readonly status: 'token-invalid'
}

/** 429, also after the retries that fitted. */
export interface Throttled extends ResultDetails {
  readonly status: 'throttled'
  /** How long Alexa asks to be left alone, in milliseconds. */
  readonly retryAfterMs?: number
}

export interface Failed extends ResultDetails {
  readonly status: 'failed'
  /**
   * `server-error`: 5xx. `unexpected-status`: any other that is not documented, redirects too. `network`: no
   * connection, or it broke; see `code`. `timeout`: no answer within the deadline. `invalid-response`: 200 with
   * something else than the documented JSON. `blocked`: 403 with a page of Amazon's content network. `aborted`: your
   * `signal`, or the client was closed meanwhile.
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
  /** Node's error code, where there was an error: `ECONNRESET`, `ENOTFOUND` … */
  readonly code?: string
}

/** Speaker level only: the request has no `context.System.person`, so Alexa did not recognize who is speaking. */
export interface NoSpeaker extends ResultDetails {
  readonly status: 'no-speaker'
}

/** Device fields only: the request has no `context.System.device`, as with skill events. */
export interface NoDevice extends ResultDetails {
  readonly status: 'no-device'
}

/** What reading one field gave: a value, or the reason why there is none. */
export type ProfileResult<Value = unknown> =
  | Available<Value>
  | NotSet
  | PermissionMissing
  | TokenInvalid
  | Throttled
  | Failed
  | NoSpeaker
  | NoDevice

/** A result for each field that was asked for. */
export type ProfileResults<Field extends ProfileField> = { readonly [F in Field]: ProfileResult<ProfileValues[F]> }

/**
 * Keeps its value where nothing that lists properties finds it: `util.inspect`, `JSON.stringify`, spread, lodash's
 * clone and merge, structuredClone.
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
    throw new ProfileError('copy-without-values', 'Read .value from the result itself.')
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
