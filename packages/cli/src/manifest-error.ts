/**
 * The mistake:
 *
 * - `field-unknown`: a field does not exist, or not at this level
 * - `manifest-invalid`: the value is not a skill manifest
 * - `option-invalid`: an option does not exist, or has an invalid value
 */
export type ManifestErrorCode = 'field-unknown' | 'manifest-invalid' | 'option-invalid'

const brand = Symbol.for('@alexa-profile/manifest-error')

/** An error in the arguments of a check. Mistakes inside a manifest are findings, not errors. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError'
  /** The stable name of the mistake. Use this, not the message. */
  readonly code: ManifestErrorCode

  constructor(code: ManifestErrorCode, message: string) {
    super(message)
    this.code = code
    Object.defineProperty(this, brand, { value: true })
  }
}

/**
 * Whether a value is a `ManifestError`, even from another copy of this package. (If a process has a CommonJS and an ESM
 * copy, `instanceof` does not recognize the other copy's errors.)
 *
 * @param code If given, only an error with this code counts.
 */
export function isManifestError(error: unknown, code?: ManifestErrorCode): error is ManifestError {
  return (
    typeof error === 'object' &&
    error !== null &&
    brand in error &&
    (code === undefined || ('code' in error && error.code === code))
  )
}
