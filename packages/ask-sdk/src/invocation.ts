import {
  type HandlerCall,
  lambdaTimeLeftMs,
  type ProfileClient,
  type ProfileReader,
  type Resumption,
  resumptionOf,
  type ShouldAskOf,
} from '@alexa-profile/core'
import type { HandlerInput } from 'ask-sdk-core'
import type { RequestEnvelope, Response } from 'ask-sdk-model'

/**
 * Returns the reader of an invocation, always the same one. Copies of a `HandlerInput` share its attributes manager,
 * and so the reader.
 */
export function readerOf(client: ProfileClient, input: HandlerInput): ProfileReader {
  const invocation = input.attributesManager ?? input
  return client.forInvocation(invocation, input.requestEnvelope, { timeLeftMs: () => lambdaTimeLeftMs(input.context) })
}

/** Returns the waiting request of the handler with this name. */
export function resumptionFor(handler: string, input: HandlerInput): Resumption<RequestEnvelope> | undefined {
  const resumption = resumptionOf(envelopeOf(input))
  return resumption?.handler === handler ? resumption : undefined
}

/** Translates a call of a handler: after a consent answer, with the waiting request and a session that records it. */
export function handlerCall(
  client: ProfileClient,
  handler: string,
  input: HandlerInput,
  shouldAsk: ShouldAskOf<HandlerInput> | undefined,
): HandlerCall<HandlerInput, Response> {
  const resumption = resumptionFor(handler, input)
  const envelope = resumption?.envelope ?? envelopeOf(input)
  const attributes = resumption?.envelope.session?.attributes
  if (attributes !== undefined) input.attributesManager.setSessionAttributes(attributes)
  return {
    client,
    context: resumption ? { ...input, requestEnvelope: envelope } : input,
    reader: readerOf(client, input),
    shouldAsk,
    envelope,
    consentAnswer: resumption?.consentAnswer,
    handler,
    remember(change) {
      if (envelope.session === undefined) return
      const { attributesManager } = input
      attributesManager.setSessionAttributes(change(attributesManager.getSessionAttributes()))
    },
    respond: (response) => response,
  }
}

/** The envelope with the current session attributes. */
function envelopeOf({ attributesManager, requestEnvelope }: HandlerInput): RequestEnvelope {
  const { session } = requestEnvelope
  if (session === undefined || attributesManager === undefined) return requestEnvelope
  return { ...requestEnvelope, session: { ...session, attributes: attributesManager.getSessionAttributes() } }
}
