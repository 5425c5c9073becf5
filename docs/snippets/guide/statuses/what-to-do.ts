import { createProfileClient, type RequestEnvelope } from '@alexa-profile/core'

const client = createProfileClient()

// #region switch
export async function whatToDo(envelope: RequestEnvelope): Promise<string> {
  const { email } = await client.forRequest(envelope).read(['email'])
  switch (email.status) {
    case 'available':
      return `mail ${email.value}`
    case 'not-set':
      return 'say where to fill it in'
    case 'permission-missing':
      return email.reason === 'not-declared' ? 'apologize, and fix the manifest' : 'ask for consent'
    case 'token-invalid':
    case 'throttled':
    case 'failed':
      return 'go on without, or say to try again later'
    case 'no-speaker':
      return 'nothing: only profile.speaker returns it'
    case 'no-device':
      return 'nothing: only a field of the device returns it'
  }
}
// #endregion switch
