/** One sentence for each kind of misuse; the error adds what was found and what to do. */
const meanings = Object.freeze({
  'client-closed': 'This client was closed.',
  'copy-without-values': 'This is a copy, which holds no personal data on purpose.',
  'decision-invalid': 'This decision cannot be used here.',
  'endpoint-not-allowed': 'The token may not be sent to this endpoint.',
  'envelope-invalid': 'This is not a request envelope from Alexa.',
  'field-unknown': 'There is no such profile field.',
  'option-invalid': 'An option has a value that cannot be used.',
  'scope-not-declared': 'The skill manifest does not declare this permission.',
  'scope-unknown': 'There is no such permission.',
  'token-missing': 'The request carries no access token.',
})

export type ProfileErrorCode = keyof typeof meanings

const brand = Symbol.for('@alexa-profile/profile-error')

/**
 * A mistake in how the library is used: a wrong option, an envelope that is none, an endpoint that must not get the
 * token. Whatever Alexa itself can answer is a `ProfileResult`, never an error. Messages hold no token, name,
 * address or number.
 */
export class ProfileError extends Error {
  override readonly name = 'ProfileError'
  /** Stable; switch on this, not on the message. */
  readonly code: ProfileErrorCode

  constructor(code: ProfileErrorCode, detail: string) {
    super(`${meanings[code]} ${detail}`)
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
