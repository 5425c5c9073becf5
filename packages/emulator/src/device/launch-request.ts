import { checkOptionNames } from '../base/check-option.js'
import { EmulatorError } from '../base/emulator-error.js'
import { isObject } from '../base/is-object.js'
import type { LaunchRequest } from '../wire/request.js'
import type { LaunchOptions } from './device.js'

/** Creates a `LaunchRequest`. @throws {EmulatorError} `option-invalid`, `option-unknown` */
export function launchRequest(options: LaunchOptions): LaunchRequest {
  checkOptionNames('open()', options, ['task'])
  const { task } = options
  if (task === undefined) return { type: 'LaunchRequest', shouldLinkResultBeReturned: false }
  checkOptionNames('task', task, ['name', 'version', 'input'])
  const { name, version, input } = task
  const isWhole = typeof name === 'string' && name !== '' && typeof version === 'string' && version !== ''
  if (!isWhole || !(input === undefined || isObject(input))) {
    throw new EmulatorError(
      'option-invalid',
      'task must be { name, version, input }, such as { name: "AMAZON.PrintPDF", version: "1" }.',
    )
  }
  return { type: 'LaunchRequest', shouldLinkResultBeReturned: false, task: structuredClone(task) }
}
