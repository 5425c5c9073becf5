const codes = [
  'client-closed', // the client was closed before
  'copy-without-values', // a copy of a result or decision, which holds no personal data on purpose
  'decision-invalid', // a decision that cannot be used here, or results that lack a field
  'endpoint-not-allowed', // the token may not be sent to the endpoint that the request names
  'envelope-invalid', // not a request envelope from Alexa
  'field-unknown', // a field that does not exist, or that this level does not have
  'option-invalid', // an option with a value that it cannot have
  'option-unknown', // the name of an option that does not exist
  'scope-not-declared', // a permission that the skill's manifest does not declare
  'scope-unknown', // a permission that does not exist, or that cannot be asked for here
  'setup-invalid', // the library is wired into its framework in a way that cannot work
  'token-missing', // the request carries no access token
] as const

/** Why a `ProfileError` was thrown. */
export type ProfileErrorCode = (typeof codes)[number]

const brand = Symbol.for('@alexa-profile/profile-error')

/**
 * A mistake in how the library is used: a wrong option, an invalid envelope, an endpoint that must not get the token.
 * Everything that Alexa itself can answer is a `ProfileResult`, never an error. Messages contain no token, name, address or
 * number.
 */
export class ProfileError extends Error {
  override readonly name = 'ProfileError'
  /** Stable: switch on this, not on the message. */
  readonly code: ProfileErrorCode

  constructor(code: ProfileErrorCode, message: string) {
    super(message)
    this.code = code
    Object.defineProperty(this, brand, { value: true })
  }
}

/**
 * Recognizes a `ProfileError`, also one thrown by another copy of this package (a CommonJS and an ESM copy in one
 * process are not `instanceof` each other's class).
 */
export function isProfileError(error: unknown, code?: ProfileErrorCode): error is ProfileError {
  return (
    typeof error === 'object' &&
    error !== null &&
    (error as Record<symbol, unknown>)[brand] === true &&
    (code === undefined || (error as ProfileError).code === code)
  )
}
