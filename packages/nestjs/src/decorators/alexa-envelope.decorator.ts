import { type Pipes, turnParameter } from './turn-parameter.js'

const envelopeParameter = turnParameter(({ envelope }) => envelope)

/**
 * Injects the request that Alexa sent: a `RequestEnvelope` of this package or of ask-sdk-model. After a consent answer,
 * it is the request that waited for it, in the context and session (so with the token) of the new one.
 *
 * Responds with status 400 if the body is not a request from Alexa.
 */
export function AlexaEnvelope(...pipes: Pipes): ParameterDecorator {
  return envelopeParameter(undefined, pipes)
}
