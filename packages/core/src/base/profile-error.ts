const codes = [
  'client-closed', // the client is closed
  'copy-without-values', // a copy of a result or decision; copies hold no personal data
  'decision-invalid', // a decision that cannot be used here, or a field without a result
  'endpoint-not-allowed', // the request names an endpoint that must not get the token
  'envelope-invalid', // not a request envelope from Alexa
  'field-unknown', // a field that does not exist, or not at this level
  'option-invalid', // an option with an invalid value
  'option-unknown', // an option that does not exist
  'scope-not-declared', // a permission that is missing in the skill's manifest
  'scope-unknown', // a permission that does not exist or cannot be asked for here
  'setup-invalid', // the library is not set up correctly in its framework
  'token-missing', // the request carries no access token
] as const

/** The reason for a `ProfileError`. */
export type ProfileErrorCode = (typeof codes)[number]

const brand = Symbol.for('@alexa-profile/profile-error')

/**
 * A mistake in how the library is used: an invalid option or envelope, or an endpoint that must not get the token.
 * Alexa's own responses and failures are never errors, but a `ProfileResult`. Messages contain no token, name, address
 * or number.
 */
export class ProfileError extends Error {
  override readonly name = 'ProfileError'
  /** The stable name of the mistake. Check this instead of the message. */
  readonly code: ProfileErrorCode

  constructor(code: ProfileErrorCode, message: string) {
    super(message)
    this.code = code
    Object.defineProperty(this, brand, { value: true })
  }
}

/**
 * Whether a value is a `ProfileError`, even from another copy of this package. The classes of a CommonJS and an ESM
 * copy are different, so `instanceof` is not enough.
 */
export function isProfileError(error: unknown, code?: ProfileErrorCode): error is ProfileError {
  return (
    typeof error === 'object' &&
    error !== null &&
    (error as Record<symbol, unknown>)[brand] === true &&
    (code === undefined || (error as ProfileError).code === code)
  )
}
