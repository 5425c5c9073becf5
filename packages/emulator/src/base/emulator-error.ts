const codes = [
  'consent-not-pending', // Alexa is not asking for consent
  'emulator-closed', // the emulator is closed
  'field-unknown', // a field or permission that does not exist, or not for this person
  'intent-unknown', // an intent that the interaction model lacks
  'interaction-model-missing', // no interaction model for the locale
  'locale-unsupported', // a locale that the skill does not support
  'mail-missing', // no email arrived in time
  'not-understood', // words that match no intent of the interaction model
  'option-invalid', // an option or argument with an invalid value
  'option-unknown', // an option that does not exist
  'port-unavailable', // a port on which the emulator cannot listen
  'scope-unknown', // a permission that does not exist
  'session-not-open', // no open session on the device
  'situation-unknown', // a situation that does not exist
  'skill-disabled', // the customer has disabled the skill
  'skill-package-invalid', // a skill package that cannot be read
  'slot-unknown', // a slot that the intent lacks
] as const

/** The reason for an `EmulatorError`. */
export type EmulatorErrorCode = (typeof codes)[number]

/** A sample of the interaction model that is close to what the customer said. */
export interface NearestSample {
  readonly intent: string
  readonly sample: string
}

const brand = Symbol.for('@alexa-profile/emulator-error')

/** A mistake in how the emulator is used. Mistakes of the skill are never errors: they are in `turn.violations`. */
export class EmulatorError extends Error {
  override readonly name = 'EmulatorError'
  /** The stable name of the mistake. Check this instead of the message. */
  readonly code: EmulatorErrorCode
  /** The nearest samples, at most three, best first. Only for `not-understood`. Otherwise empty. */
  readonly nearest: readonly NearestSample[]

  constructor(
    code: EmulatorErrorCode,
    message: string,
    { nearest = [], ...options }: { cause?: unknown; nearest?: readonly NearestSample[] } = {},
  ) {
    super(message, options)
    this.code = code
    this.nearest = nearest
    Object.defineProperty(this, brand, { value: true })
  }
}

/**
 * Whether a value is an `EmulatorError`, even from another copy of this package. The classes of a CommonJS and an ESM
 * copy are different, so `instanceof` is not enough.
 *
 * @param code If given, only an error with this code counts.
 */
export function isEmulatorError(error: unknown, code?: EmulatorErrorCode): error is EmulatorError {
  return (
    typeof error === 'object' &&
    error !== null &&
    brand in error &&
    (code === undefined || ('code' in error && error.code === code))
  )
}
