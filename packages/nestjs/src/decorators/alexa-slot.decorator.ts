import { own } from '../own.js'
import { type Pipes, turnParameter } from './turn-parameter.js'

const slotParameter = turnParameter<string>(({ envelope }, name) => {
  const value = own(own(own(own(envelope.request, 'intent'), 'slots'), name), 'value')
  return typeof value === 'string' ? value : undefined
})

/** Injects what the customer said for a slot of the intent: a `string`, or `undefined`. */
export function AlexaSlot(name: string, ...pipes: Pipes): ParameterDecorator {
  return slotParameter(name, pipes)
}
