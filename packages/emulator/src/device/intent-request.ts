import { EmulatorError } from '../base/emulator-error.js'
import { isObject } from '../base/is-object.js'
import type { IntentRequest } from '../wire/request.js'

/** @throws {EmulatorError} `option-invalid` */
export function intentRequest(name: string, values: Readonly<Record<string, string>>): IntentRequest {
  if (typeof name !== 'string' || name === '' || !isObject(values)) {
    throw new EmulatorError(
      'option-invalid',
      "intent() takes the name of an intent and its slots: intent('BookIntent', { date: '…' }).",
    )
  }
  const slots = Object.entries(values).map(([slot, value]) => {
    if (typeof value !== 'string')
      throw new EmulatorError('option-invalid', `The value of the slot ${slot} must be a string.`)
    return [slot, { name: slot, value, confirmationStatus: 'NONE', source: 'USER' }] as const
  })
  const intent = { name, confirmationStatus: 'NONE', slots: Object.fromEntries(slots) } as const
  return { type: 'IntentRequest', dialogState: 'COMPLETED', intent }
}
