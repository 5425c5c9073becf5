import type { AlexaResponse } from '@alexa-profile/core'

/** SSML where the text is in `<speak>`, plain text otherwise: there a customer's name needs no escaping. */
export function speech(text: string): NonNullable<AlexaResponse['outputSpeech']> {
  const isSsml = /^\s*<speak[\s>]/.test(text)
  // The type is for what this library says itself, which is always SSML.
  return (isSsml ? { type: 'SSML', ssml: text } : { type: 'PlainText', text }) as never
}
