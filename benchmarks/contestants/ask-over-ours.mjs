import { ProfileApiClient } from '@alexa-profile/ask-sdk'
import { openAskSdk } from './ask-sdk.mjs'

export function open(envelope) {
  const apiClient = new ProfileApiClient({ allowedEndpoints: [envelope.context.System.apiEndpoint] })
  return openAskSdk(envelope, { parallel: true, apiClient })
}
