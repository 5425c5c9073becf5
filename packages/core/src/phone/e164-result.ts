import { addFingerprint } from '../base/fingerprint.js'
import { printAsPlain } from '../base/print-as-plain.js'
import { ProfileError } from '../base/profile-error.js'

/** One reading, and it fits the numbering plan. Nobody has checked that the number is in service or the customer's. */
export interface ValidNumber {
  readonly status: 'valid'
  /** `+917799827710`. Does not show in logs, JSON or copies. */
  readonly e164: string
  /**
   * ISO 3166-1 alpha-2, as far as the number itself tells: an American toll-free number, which Canada has as well, says
   * `US`, and a number of no country (`+800…`) says nothing.
   */
  readonly country?: string
}

/** There may be a number here, but which one is not certain. */
export interface AmbiguousNumber {
  readonly status: 'ambiguous'
  /**
   * In E.164, to ask the customer about; they do not show in logs, JSON or copies. Two or more: what was stored can be
   * read in each of these ways. One: it reads as this international number without its plus, or as a national number
   * of who knows which country. None: it is a national number, and nothing says of which country.
   */
  readonly candidates: readonly string[]
}

/** No reading of it fits a numbering plan, or it is not a bare number: letters, an extension, text around it. */
export interface InvalidNumber {
  readonly status: 'invalid'
}

export type E164Result = ValidNumber | AmbiguousNumber | InvalidNumber

/** One way to read what was stored. */
export interface Reading {
  readonly e164: string
  readonly country?: string | undefined
}

export const invalidNumber: InvalidNumber = Object.freeze({ status: 'invalid' })

/** Keeps the number where nothing that lists properties finds it, as results of reads do. */
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
    throw new ProfileError('copy-without-values', 'Read .e164 from the result itself.')
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
    throw new ProfileError('copy-without-values', 'Read .candidates from the result itself.')
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
