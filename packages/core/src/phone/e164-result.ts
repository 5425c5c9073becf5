import { addFingerprint } from '../base/fingerprint.js'
import { printAsPlain } from '../base/print-as-plain.js'
import { ProfileError } from '../base/profile-error.js'

/**
 * A number that can be read in only one way and fits the numbering plan. Whether it is in service, or belongs to the
 * customer, is not checked.
 */
export interface ValidNumber {
  readonly status: 'valid'
  /** The number in E.164, such as `+917799827710`. Not visible in logs, JSON or copies. */
  readonly e164: string
  /**
   * ISO 3166-1 alpha-2, as far as the number shows it. `US` for a toll-free number that the United States and Canada
   * share. Missing for a number without a country (`+800…`).
   */
  readonly country?: string
}

/** A number that can mean different numbers, or whose country is unknown. */
export interface AmbiguousNumber {
  readonly status: 'ambiguous'
  /**
   * The possible numbers in E.164, to ask the customer about. Not visible in logs, JSON or copies. Two or more: each is
   * a possible reading. One: it is this international number without its plus, or a national number of an unknown
   * country. None: it is a national number of an unknown country.
   */
  readonly candidates: readonly string[]
}

/** Not a phone number: it fits no numbering plan, or contains letters, an extension or other text. */
export interface InvalidNumber {
  readonly status: 'invalid'
}

/** The result of `toE164`. Switch on `status`. */
export type E164Result = ValidNumber | AmbiguousNumber | InvalidNumber

/** One way to interpret the stored number. */
export interface Reading {
  readonly e164: string
  readonly country?: string | undefined
}

export const invalidNumber: InvalidNumber = Object.freeze({ status: 'invalid' })

/** Hides the number from everything that lists properties, as the results of reads do. */
class HiddenNumber implements ValidNumber {
  readonly status = 'valid'
  declare readonly country?: string
  readonly #e164: string

  constructor({ e164, country }: Reading) {
    if (country !== undefined) this.country = country
    this.#e164 = e164
    addFingerprint(this, e164)
  }

  get e164(): string {
    if (#e164 in this) return this.#e164
    throw new ProfileError('copy-without-values', 'A copied result has no number. Read .e164 from the original.')
  }

  toJSON(): object {
    return { status: this.status, ...(this.country !== undefined && { country: this.country }) }
  }
}

class HiddenCandidates implements AmbiguousNumber {
  readonly status = 'ambiguous'
  readonly #candidates: readonly string[]

  constructor(candidates: readonly string[]) {
    this.#candidates = Object.freeze(candidates)
    addFingerprint(this, candidates.join())
  }

  get candidates(): readonly string[] {
    if (#candidates in this) return this.#candidates
    throw new ProfileError('copy-without-values', 'A copied result has no numbers. Read .candidates from the original.')
  }

  toJSON(): object {
    return { status: this.status }
  }
}

printAsPlain(HiddenNumber)
printAsPlain(HiddenCandidates)

export function validNumber(reading: Reading): ValidNumber {
  return Object.freeze(new HiddenNumber(reading))
}

export function ambiguousNumber(readings: readonly Reading[]): AmbiguousNumber {
  return Object.freeze(new HiddenCandidates([...new Set(readings.map(({ e164 }) => e164))]))
}
