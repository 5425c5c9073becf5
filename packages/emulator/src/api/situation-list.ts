import { type FieldLevel, isProfileField, type ProfileField, profileFields, unknownName } from '@alexa-profile/core'
import { checkOptionNames } from '../base/check-option.js'
import { EmulatorError } from '../base/emulator-error.js'
import { milliseconds } from '../base/milliseconds.js'
import type { SituationName } from './situation.js'

/** Options of a situation of the profile API. */
export interface SituationOptions {
  /** The number of matching requests that it affects. Default: all until cleared. */
  readonly requests?: number | undefined
  /** The fields that it affects. Default: all. */
  readonly fields?: readonly ProfileField[] | undefined
  /** The level that it affects. Default: all. */
  readonly level?: FieldLevel | undefined
  /** Milliseconds to wait before the response. Default: 1000 for `slow`, otherwise 0. */
  readonly delayMs?: number | undefined
  /**
   * The `Retry-After` header of `throttled`, `server-error` and `unavailable`: seconds as a number, or any string,
   * which may be invalid. Default: no such header.
   */
  readonly retryAfter?: string | number | undefined
}

/** A situation that applies to a request. */
export interface MetSituation {
  readonly name: SituationName
  readonly delayMs: number
  readonly retryAfter?: string | undefined
}

/** An active situation of the profile API. */
export interface ActiveSituation extends MetSituation {
  /** The number of further matching requests that it affects. Undefined if it lasts until cleared. */
  readonly requests: number | undefined
  readonly fields: readonly ProfileField[] | undefined
  readonly level: FieldLevel | undefined
}

export interface SituationList {
  add(name: SituationName, options?: SituationOptions): void
  /** Returns the situation for this request, which counts as one of its `requests`. */
  take(target: { readonly field: ProfileField; readonly level: FieldLevel }): MetSituation | undefined
  /** Returns the active situations in the order in which they apply. */
  active(): readonly ActiveSituation[]
  /** Ends the situations with these names. */
  clear(names: readonly string[]): void
}

interface Entry extends MetSituation {
  readonly fields: readonly ProfileField[] | undefined
  readonly level: FieldLevel | undefined
  remaining: number
}

/**
 * Creates the list of situations, of which several may match one request. Those for a number of requests come first, in
 * the order in which they were added, so they form a sequence. Of the others, the latest applies.
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
    throw new EmulatorError('option-invalid', 'requests must be a positive whole number.')
  }
  const unknownField = fields?.find((field) => !isProfileField(field))
  if (unknownField !== undefined) {
    throw new EmulatorError('field-unknown', unknownName('field', String(unknownField), profileFields))
  }
  if (level !== undefined && !levels.includes(level)) {
    throw new EmulatorError('option-invalid', `level must be one of ${levels.join(', ')}.`)
  }
  if (retryAfter !== undefined && !withRetryAfter.has(name)) {
    throw new EmulatorError(
      'option-invalid',
      `retryAfter has no effect on ${name}. Use it with throttled, server-error or unavailable.`,
    )
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
