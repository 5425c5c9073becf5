import { type FieldLevel, isProfileField, type ProfileField, profileFields, unknownName } from '@alexa-profile/core'
import { checkOptionNames } from '../base/check-option.js'
import { EmulatorError } from '../base/emulator-error.js'
import { milliseconds } from '../base/milliseconds.js'
import type { SituationName } from './situation.js'

export interface SituationOptions {
  /** How many matching requests it lasts for. Default: until cleared. */
  readonly requests?: number | undefined
  /** Which fields it concerns. Default: all. */
  readonly fields?: readonly ProfileField[] | undefined
  /** Which level it concerns. Default: all. */
  readonly level?: FieldLevel | undefined
  /** Milliseconds that pass before the situation shows. Default: 1000 for `slow`, else 0. */
  readonly delayMs?: number | undefined
  /**
   * The `Retry-After` header of `throttled`, `server-error` and `unavailable`: seconds as a number, or any text, also one
   * that means nothing. Default: no such header.
   */
  readonly retryAfter?: string | number | undefined
}

/** A situation that a request has met. */
export interface MetSituation {
  readonly name: SituationName
  readonly delayMs: number
  readonly retryAfter?: string | undefined
}

/** A situation that is on. */
export interface ActiveSituation extends MetSituation {
  /** How many more matching requests it lasts for; undefined until cleared. */
  readonly requests: number | undefined
  readonly fields: readonly ProfileField[] | undefined
  readonly level: FieldLevel | undefined
}

export interface SituationList {
  add(name: SituationName, options?: SituationOptions): void
  /** The situation for this request, which counts as one of its `requests`. */
  take(target: { readonly field: ProfileField; readonly level: FieldLevel }): MetSituation | undefined
  /** In the order in which they apply. */
  active(): readonly ActiveSituation[]
  /** Ends those with one of these names. */
  clear(names: readonly string[]): void
}

interface Entry extends MetSituation {
  readonly fields: readonly ProfileField[] | undefined
  readonly level: FieldLevel | undefined
  remaining: number
}

/**
 * Several situations may match one request. Those that last for a number of requests come first, in the order they were
 * added: that makes a sequence. Of the others the latest applies.
 */
export function createSituationList(changed: () => void): SituationList {
  let counted: Entry[] = []
  let lasting: Entry[] = []
  return {
    add(name, options = {}) {
      const entry = checkedEntry(name, options)
      if (entry.remaining === Number.POSITIVE_INFINITY) lasting.unshift(entry)
      else counted.push(entry)
      changed()
    },
    take({ field, level }) {
      const found = [...counted, ...lasting].find(
        (entry) => (entry.fields?.includes(field) ?? true) && (entry.level ?? level) === level,
      )
      if (found === undefined) return undefined
      found.remaining -= 1
      counted = counted.filter((entry) => entry.remaining > 0)
      changed()
      return found
    },
    active: () =>
      [...counted, ...lasting].map(({ remaining, ...entry }) => ({
        ...entry,
        requests: Number.isFinite(remaining) ? remaining : undefined,
      })),
    clear(names) {
      const stays = ({ name }: Entry) => !names.includes(name)
      counted = counted.filter(stays)
      lasting = lasting.filter(stays)
      changed()
    },
  }
}

const levels: readonly FieldLevel[] = ['customer', 'speaker', 'device']

const withRetryAfter: ReadonlySet<SituationName> = new Set<SituationName>(['throttled', 'server-error', 'unavailable'])

function checkedEntry(name: SituationName, options: SituationOptions): Entry {
  checkOptionNames('situation()', options, ['requests', 'fields', 'level', 'delayMs', 'retryAfter'])
  const { requests = Number.POSITIVE_INFINITY, fields, level, retryAfter } = options
  if (requests !== Number.POSITIVE_INFINITY && !(Number.isInteger(requests) && requests > 0)) {
    throw new EmulatorError('option-invalid', 'requests must be a whole number above zero.')
  }
  const unknownField = fields?.find((field) => !isProfileField(field))
  if (unknownField !== undefined) {
    throw new EmulatorError('field-unknown', unknownName('field', String(unknownField), profileFields))
  }
  if (level !== undefined && !levels.includes(level)) {
    throw new EmulatorError('option-invalid', `level must be one of ${levels.join(', ')}.`)
  }
  if (retryAfter !== undefined && !withRetryAfter.has(name)) {
    throw new EmulatorError('option-invalid', `retryAfter has no effect on ${name}; use it with throttled.`)
  }
  return {
    name,
    fields: fields && [...fields],
    level,
    remaining: requests,
    delayMs: milliseconds('delayMs', options.delayMs ?? (name === 'slow' ? 1000 : 0)),
    retryAfter: retryAfter === undefined ? undefined : String(retryAfter),
  }
}
