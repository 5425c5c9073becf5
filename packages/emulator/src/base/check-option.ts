import { unknownName } from '@alexa-profile/core'
import { EmulatorError } from './emulator-error.js'
import { isObject } from './is-object.js'

/**
 * Checks the names of options.
 *
 * @param where What the options belong to, for the message: `startEmulator`, `device`.
 * @throws {EmulatorError} `option-invalid` unless they are an object; `option-unknown` for a name that does not exist
 */
export function checkOptionNames(where: string, options: unknown, names: readonly string[]): void {
  if (!isObject(options)) throw new EmulatorError('option-invalid', `The options of ${where} must be an object.`)
  const unknown = Object.keys(options).find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw new EmulatorError('option-unknown', `${where}: ${unknownName('option', unknown, names)}`)
}
