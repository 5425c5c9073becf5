/** One sentence for each kind of misuse; the error adds what was found and what to do. */
const meanings = Object.freeze({
  'field-unknown': 'There is no such profile field.',
  'manifest-invalid': 'This is not a skill manifest.',
  'option-invalid': 'An option has a value that cannot be used.',
})

export type ManifestErrorCode = keyof typeof meanings

const brand = Symbol.for('@alexa-profile/manifest-error')

/** What was handed in cannot be checked at all. What is wrong inside a manifest is a finding, never an error. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError'
  /** Stable; switch on this, not on the message. */
  readonly code: ManifestErrorCode

  constructor(code: ManifestErrorCode, detail: string) {
    super(`${meanings[code]} ${detail}`)
    this.code = code
    Object.defineProperty(this, brand, { value: true })
  }
}

/**
 * Recognizes a `ManifestError`, also one thrown by another copy of this package (a CommonJS and an ESM copy in one
 * process are not `instanceof` each other's class).
 *
 * @param code When given, only an error with this code counts.
 */
export function isManifestError(error: unknown, code?: ManifestErrorCode): error is ManifestError {
  return (
    typeof error === 'object' &&
    error !== null &&
    brand in error &&
    (code === undefined || ('code' in error && error.code === code))
  )
}
