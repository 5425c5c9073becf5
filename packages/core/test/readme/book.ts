import { type AlexaResponse, escapeSsml } from '@alexa-profile/core'

export async function book(givenName: string, email: string, phoneNumber = 'no number'): Promise<AlexaResponse> {
  const ssml = `<speak>Booked for ${[givenName, email, phoneNumber].map(escapeSsml).join(', ')}.</speak>`
  return { outputSpeech: { type: 'SSML', ssml }, shouldEndSession: true }
}
