import { type Pipes, turnParameter } from './turn-parameter.js'

const consentAnswerParameter = turnParameter(({ consentAnswer }) => consentAnswer)

/** Injects the customer's reply to a voice consent: a `ConsentAnswer`, or `undefined` for other requests. */
export function AlexaConsentAnswer(...pipes: Pipes): ParameterDecorator {
  return consentAnswerParameter(undefined, pipes)
}
