import { getIntentName, getRequestType, type HandlerInput } from 'ask-sdk-core'

/** Returns a `canHandle` for these intents. */
export function isIntent(...names: readonly string[]) {
  return ({ requestEnvelope }: HandlerInput): boolean =>
    getRequestType(requestEnvelope) === 'IntentRequest' && names.includes(getIntentName(requestEnvelope))
}
