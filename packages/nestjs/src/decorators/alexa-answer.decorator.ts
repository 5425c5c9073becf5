import { type Pipes, turnParameter } from './turn-parameter.js'

const answerParameter = turnParameter(({ answer }) => answer)

/** What the customer said when Alexa asked for consent by voice: a `ConsentAnswer`, or `undefined` for other requests. */
export function AlexaAnswer(...pipes: Pipes): ParameterDecorator {
  return answerParameter(undefined, pipes)
}
