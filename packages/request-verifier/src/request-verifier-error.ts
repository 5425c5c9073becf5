/** The reason for a `RequestVerifierError`. */
export type RequestVerifierErrorCode =
  | 'body-not-raw' // the body was parsed, or changed in another way, before it was verified
  | 'headers-invalid' // not the headers of a request
  | 'hook-misplaced' // the Fastify hook runs too late to see the raw body
  | 'option-invalid' // an option with an invalid value
  | 'option-unknown' // an option that does not exist

const brand = Symbol.for('@alexa-profile/request-verifier-error')

/**
 * A mistake in how the verifier is set up or called. The content of a request, however forged, leads to a `Rejection`
 * and never to an error.
 */
export class RequestVerifierError extends Error {
  override readonly name = 'RequestVerifierError'
  /** The stable name of the mistake. Check this instead of the message. */
  readonly code: RequestVerifierErrorCode

  constructor(code: RequestVerifierErrorCode, message: string) {
    super(message)
    this.code = code
    Object.defineProperty(this, brand, { value: true })
  }
}

/** Whether a value is a `RequestVerifierError`, even from another copy of this package. */
export function isRequestVerifierError(error: unknown, code?: RequestVerifierErrorCode): error is RequestVerifierError {
  return (
    typeof error === 'object' &&
    error !== null &&
    (error as Record<symbol, unknown>)[brand] === true &&
    (code === undefined || (error as RequestVerifierError).code === code)
  )
}
