/** One sentence for each kind of misuse; the error adds what was found and what to do. */
const meanings = Object.freeze({
  'consent-not-pending': 'Alexa asks for no consent at the moment.',
  'emulator-closed': 'This emulator was closed.',
  'field-unknown': 'There is no such profile field or permission here.',
  'intent-unknown': 'The interaction model has no such intent.',
  'interaction-model-missing': 'The skill has no interaction model for this locale.',
  'locale-unsupported': 'The skill does not support this locale.',
  'mail-missing': 'No mail has come.',
  'not-understood': 'No intent of the interaction model fits these words.',
  'option-invalid': 'An option has a value that cannot be used.',
  'option-unknown': 'There is no such option.',
  'port-unavailable': 'The emulator cannot listen on this port.',
  'scope-unknown': 'There is no such permission.',
  'session-not-open': 'No session is open on this device.',
  'skill-disabled': 'The customer has disabled the skill.',
  'skill-package-invalid': 'The skill package cannot be read.',
  'slot-unknown': 'The intent has no such slot.',
  'situation-unknown': 'There is no such situation.',
})

export type EmulatorErrorCode = keyof typeof meanings

/** A sample of the interaction model that is near to what the customer said. */
export interface NearestSample {
  readonly intent: string
  readonly sample: string
}

const brand = Symbol.for('@alexa-profile/emulator-error')

/**
 * A mistake in how the emulator is used. What a skill does wrong is never an error: it is in `turn.violations`.
 */
export class EmulatorError extends Error {
  override readonly name = 'EmulatorError'
  /** Stable; switch on this, not on the message. */
  readonly code: EmulatorErrorCode
  /** Of `not-understood`: the nearest samples, best first, at most three. Otherwise empty. */
  readonly nearest: readonly NearestSample[]

  constructor(
    code: EmulatorErrorCode,
    detail: string,
    { nearest = [], ...options }: { cause?: unknown; nearest?: readonly NearestSample[] } = {},
  ) {
    super(`${meanings[code]} ${detail}`, options)
    this.code = code
    this.nearest = nearest
    Object.defineProperty(this, brand, { value: true })
  }
}

/**
 * Recognizes an `EmulatorError`, also one thrown by another copy of this package (a CommonJS and an ESM copy in one
 * process are not `instanceof` each other's class).
 *
 * @param code When given, only an error with this code counts.
 */
export function isEmulatorError(error: unknown, code?: EmulatorErrorCode): error is EmulatorError {
  return (
    typeof error === 'object' &&
    error !== null &&
    brand in error &&
    (code === undefined || ('code' in error && error.code === code))
  )
}
