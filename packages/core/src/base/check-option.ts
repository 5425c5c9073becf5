import { unknownName } from './nearest.js'
import { ProfileError } from './profile-error.js'

/** The longest time that Node's timers support. They turn a longer one into 1 ms. */
const longestMs = 2 ** 31 - 1

/**
 * Checks a duration in milliseconds.
 *
 * @throws {ProfileError} `option-invalid` unless it is a number of milliseconds that a timer supports
 */
export function checkDuration(name: string, value: unknown): number {
  if (typeof value === 'number' && value > 0 && value <= longestMs) return value
  throw new ProfileError(
    'option-invalid',
    `${name} must be a number of milliseconds, more than 0 and at most ${longestMs}.`,
  )
}

/**
 * Checks the names of options.
 *
 * @throws {ProfileError} `option-invalid` unless it is an object, `option-unknown` for a name that does not exist
 */
export function checkOptionNames(options: unknown, names: readonly string[]): void {
  if (typeof options !== 'object' || options === null) {
    throw new ProfileError('option-invalid', `Options must be an object. Known options: ${names.join(', ')}.`)
  }
  const unknown = Object.keys(options).find((name) => !names.includes(name))
  if (unknown !== undefined) throw new ProfileError('option-unknown', unknownName('option', unknown, names))
}
