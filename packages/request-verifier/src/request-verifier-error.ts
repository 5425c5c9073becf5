/** One sentence for each kind of misuse; the error adds what to do. */
const meanings = Object.freeze({
  'body-not-raw': 'The bytes that Alexa signed are not here.',
  'headers-invalid': 'These are no headers.',
  'hook-misplaced': 'This function was hooked in at the wrong place.',
  'option-invalid': 'An option has a value that cannot be used.',
})

export type RequestVerifierErrorCode = keyof typeof meanings

const brand = Symbol.for('@alexa-profile/request-verifier-error')

/**
 * A mistake in how the verifier is set up or called. Whatever a request can hold, however forged, is a `Rejection`, never
 * an error.
 */
export class RequestVerifierError extends Error {
  override readonly name = 'RequestVerifierError'
  /** Stable; switch on this, not on the message. */
  readonly code: RequestVerifierErrorCode

  constructor(code: RequestVerifierErrorCode, detail: string) {
    super(`${meanings[code]} ${detail}`)
    this.code = code
    Object.defineProperty(this, brand, { value: true })
  }
}

/** Recognizes a `RequestVerifierError`, also one thrown by another copy of this package. */
export function isRequestVerifierError(error: unknown, code?: RequestVerifierErrorCode): error is RequestVerifierError {
  return (
    typeof error === 'object' &&
    error !== null &&
    (error as Record<symbol, unknown>)[brand] === true &&
    (code === undefined || (error as RequestVerifierError).code === code)
  )
}
