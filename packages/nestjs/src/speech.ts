import type { AlexaResponse } from '@alexa-profile/core'

/** SSML if the text is in `<speak>`, otherwise plain text, in which a customer's name needs no escaping. */
export function speech(text: string): NonNullable<AlexaResponse['outputSpeech']> {
  const isSsml = /^\s*<speak[\s>]/.test(text)
  // The type describes this library's own speech, which is always SSML.
  return (isSsml ? { type: 'SSML', ssml: text } : { type: 'PlainText', text }) as never
}
