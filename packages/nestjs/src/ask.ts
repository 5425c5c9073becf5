import type { AlexaResponse } from '@alexa-profile/core'

/** SSML where the text is in `<speak>`, plain text otherwise: there a customer's name needs no escaping. */
export function speech(text: string): NonNullable<AlexaResponse['outputSpeech']> {
  const isSsml = /^\s*<speak>/.test(text)
  // The type is for what this library says itself, which is always SSML.
  return (isSsml ? { type: 'SSML', ssml: text } : { type: 'PlainText', text }) as never
}

/**
 * What a handler returns to say something and listen for an answer.
 *
 * @param text SSML where it is in `<speak>`
 * @param reprompt said when the customer stays silent. Default: the same again.
 */
export function ask(text: string, reprompt: string = text): AlexaResponse {
  return { outputSpeech: speech(text), reprompt: { outputSpeech: speech(reprompt) }, shouldEndSession: false }
}
