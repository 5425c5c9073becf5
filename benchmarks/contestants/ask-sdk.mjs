/** UpsServiceClient as ask-sdk makes it for each turn: `sequential` is how samples write it. */
import { createRequire } from 'node:module'
import { readFields } from './read-fields.mjs'
import { upsCalls } from './ups-calls.mjs'

const require = createRequire(import.meta.url)
const { DefaultApiClient } = require('ask-sdk-core')
const { services } = require('ask-sdk-model')

export function openAskSdk(envelope, { parallel, apiClient = new DefaultApiClient() }) {
  const { apiEndpoint, apiAccessToken } = envelope.context.System
  return {
    turn(fields) {
      const configuration = { apiClient, apiEndpoint, authorizationValue: apiAccessToken }
      const ups = new services.ups.UpsServiceClient(configuration)
      return readFields(fields, (field) => ups[upsCalls[field]](), parallel)
    },
  }
}
