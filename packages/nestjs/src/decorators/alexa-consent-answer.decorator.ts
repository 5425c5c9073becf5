import { type Pipes, turnParameter } from './turn-parameter.js'

const consentAnswerParameter = turnParameter(({ consentAnswer }) => consentAnswer)

/** What the customer said when Alexa asked for consent by voice: a `ConsentAnswer`, or `undefined` for other requests. */
export function AlexaConsentAnswer(...pipes: Pipes): ParameterDecorator {
  return consentAnswerParameter(undefined, pipes)
}
