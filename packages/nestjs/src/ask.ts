import type { AlexaResponse } from '@alexa-profile/core'
import { speech } from './speech.js'

/**
 * What a handler returns to say something and listen to the customer.
 *
 * @param text SSML where it is in `<speak>`
 * @param reprompt said when the customer stays silent. Default: the same again.
 */
export function ask(text: string, reprompt: string = text): AlexaResponse {
  return { outputSpeech: speech(text), reprompt: { outputSpeech: speech(reprompt) }, shouldEndSession: false }
}
