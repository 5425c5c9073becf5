import { book, sendText } from './booking.js'

interface Event {
  context: { System: { apiEndpoint: string; apiAccessToken: string } }
}

// #region before
export async function handler({ context: { System } }: Event) {
  const get = (setting: string) =>
    fetch(`${System.apiEndpoint}/v2/accounts/~current/settings/Profile.${setting}`, {
      headers: { authorization: `Bearer ${System.apiAccessToken}` },
    })
  const [email, mobileNumber] = await Promise.all([get('email'), get('mobileNumber')])
  if (email.status === 403 || mobileNumber.status === 403) {
    return answer('Please let me know how to reach you, in the Alexa app.', {
      card: {
        type: 'AskForPermissionsConsent',
        permissions: ['alexa::profile:email:read', 'alexa::profile:mobile_number:read'],
      },
    })
  }
  const { countryCode, phoneNumber } = await mobileNumber.json()
  await book(await email.json())
  await sendText(`+${countryCode}${phoneNumber}`)
  return answer('Your table is booked.')
}

function answer(text: string, more: object = {}) {
  return { version: '1.0', response: { outputSpeech: { type: 'PlainText', text }, shouldEndSession: true, ...more } }
}
// #endregion before
