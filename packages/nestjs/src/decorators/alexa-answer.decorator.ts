import { turnParameter } from './turn-parameter.js'

const answerParameter = turnParameter<undefined>(({ answer }) => answer)

/** What the customer said when Alexa asked for consent by voice: a `ConsentAnswer`, or `undefined` for other requests. */
export function AlexaAnswer(): ParameterDecorator {
  return answerParameter(undefined)
}
