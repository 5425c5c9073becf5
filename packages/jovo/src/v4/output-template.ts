import type { AlexaResponse } from '@alexa-profile/core'
import type { OutputTemplate } from '@jovotech/framework'

/** Core's answer in Jovo's words, so that Jovo's own options for outputs (`message`, `listen` …) keep their effect. */
export function toOutputTemplate({ outputSpeech, card, directives, shouldEndSession }: AlexaResponse): OutputTemplate {
  return {
    ...(outputSpeech && { message: outputSpeech.ssml }),
    listen: shouldEndSession === false,
    platforms: { alexa: { nativeResponse: { response: nativeOf(card, directives) } } },
  }
}

/** Alexa takes the session over while she asks by voice: whether to listen, and for what, is left to her then. */
function nativeOf(card: AlexaResponse['card'], directives: AlexaResponse['directives']): object {
  if (directives) return { directives, shouldEndSession: undefined, reprompt: undefined }
  return card ? { card } : {}
}
