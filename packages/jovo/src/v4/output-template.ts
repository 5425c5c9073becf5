import type { AlexaResponse } from '@alexa-profile/core'
import type { OutputTemplate } from '@jovotech/framework'

/**
 * Converts core's response to Jovo's output template, so that Jovo's own options for outputs (`message`, `listen` …)
 * keep their effect.
 */
export function toOutputTemplate(response: AlexaResponse): OutputTemplate {
  const { outputSpeech, reprompt, card, directives, shouldEndSession } = response
  return {
    ...(outputSpeech && { message: outputSpeech.ssml }),
    ...(reprompt && { reprompt: reprompt.outputSpeech.ssml }),
    listen: shouldEndSession === false,
    platforms: { alexa: { nativeResponse: { response: nativeOf(card, directives) } } },
  }
}

/** Alexa owns the session while it asks by voice: the response must not say whether to listen, and for what. */
function nativeOf(card: AlexaResponse['card'], directives: AlexaResponse['directives']): object {
  if (directives) return { directives, shouldEndSession: undefined, reprompt: undefined }
  return card ? { card } : {}
}
