import type { ProfileClient, ProfileReader } from '@alexa-profile/core'
import type { HandlerInput } from 'ask-sdk-core'

/** The one reader of an invocation: ask-sdk makes a new `HandlerInput` for each. */
export function readerOf(client: ProfileClient, input: HandlerInput): ProfileReader {
  return client.forInvocation(input, input.requestEnvelope, { timeLeftMs: () => timeLeftMs(input.context) })
}

/** `context` is AWS Lambda's, or whatever a self-hosted skill passed to `skill.invoke`, if anything. */
function timeLeftMs(context: unknown): number | undefined {
  if (typeof context !== 'object' || context === null || !('getRemainingTimeInMillis' in context)) return undefined
  const { getRemainingTimeInMillis: ask } = context
  const left: unknown = typeof ask === 'function' ? ask.call(context) : undefined
  return typeof left === 'number' ? left : undefined
}
