import { type Pipes, turnParameter } from './turn-parameter.js'

const envelopeParameter = turnParameter(({ envelope }) => envelope)

/**
 * What Alexa sent: a `RequestEnvelope`, of this package or of ask-sdk-model. After a consent answer it is the request that
 * waited for the answer, in the context and session (so with the token) of the new one.
 *
 * Answers with status 400 when the body is no request of Alexa's.
 */
export function AlexaEnvelope(...pipes: Pipes): ParameterDecorator {
  return envelopeParameter(undefined, pipes)
}
