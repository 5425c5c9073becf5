import {
  type ConsentAnswer,
  lambdaTimeLeftMs,
  type ProfileClient,
  type ProfileReader,
  readConsentAnswer,
  resumeWaiting,
} from '@alexa-profile/core'
import type { HandlerInput } from 'ask-sdk-core'

/** The one reader of an invocation. Copies of a `HandlerInput` share its attributes manager, and so the reader. */
export function readerOf(client: ProfileClient, input: HandlerInput): ProfileReader {
  const invocation = input.attributesManager ?? input
  return client.forInvocation(invocation, input.requestEnvelope, { timeLeftMs: () => lambdaTimeLeftMs(input.context) })
}

/** An answer to a voice consent, and what the handler that waits for it is to be called with. */
export interface Resumption {
  readonly answer: ConsentAnswer
  readonly handler: string
  /** The waiting request, in the context and session of the one that resumes it. */
  readonly input: HandlerInput
}

export function resumptionOf(input: HandlerInput): Resumption | undefined {
  const answer = readConsentAnswer(input.requestEnvelope)
  if (answer?.waiting === undefined) return undefined
  const requestEnvelope = resumeWaiting(input.requestEnvelope, answer.waiting)
  return { answer, handler: answer.waiting.handler, input: { ...input, requestEnvelope } }
}
