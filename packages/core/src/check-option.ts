import { ProfileError } from './profile-error.js'

/** The longest that Node's timers can wait; they turn anything longer into 1 ms. */
const longestMs = 2 ** 31 - 1

/** @throws {ProfileError} `option-invalid` unless it is a number of milliseconds that a timer can wait */
export function checkDuration(name: string, value: unknown): number {
  if (typeof value === 'number' && value > 0 && value <= longestMs) return value
  throw new ProfileError('option-invalid', `${name} takes milliseconds, more than 0 and at most ${longestMs}.`)
}

/** @throws {ProfileError} `option-invalid` for a name that is none, a spelling mistake say */
export function checkOptionNames(options: object, names: readonly string[]): void {
  const unknown = Object.keys(options).find((name) => !names.includes(name))
  if (unknown === undefined) return
  throw new ProfileError(
    'option-invalid',
    `There is no option ${JSON.stringify(unknown)}; there are ${names.join(', ')}.`,
  )
}
