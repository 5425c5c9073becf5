import { EmulatorError } from './emulator-error.js'

/** Node's timers hold 31 bits. A longer delay would fire at once. */
const longestMs = 2 ** 31 - 1

/** Checks a duration in milliseconds. @internal */
export function milliseconds(option: string, value: number): number {
  if (typeof value === 'number' && value >= 0 && value <= longestMs) return value
  throw new EmulatorError('option-invalid', `${option} must be a number of milliseconds from 0 to ${longestMs}.`)
}
