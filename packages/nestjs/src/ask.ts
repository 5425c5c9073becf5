import type { AlexaResponse } from '@alexa-profile/core'
import { speech } from './speech.js'

/**
 * Returns a response that says something and listens to the customer.
 *
 * @param text SSML if it is in `<speak>`
 * @param reprompt said if the customer stays silent; default: `text` again
 */
export function ask(text: string, reprompt: string = text): AlexaResponse {
  return { outputSpeech: speech(text), reprompt: { outputSpeech: speech(reprompt) }, shouldEndSession: false }
}
