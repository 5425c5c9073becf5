/** The service clients as ask-sdk creates them for each turn. `sequential` is how samples use them. */
import { createRequire } from 'node:module'
import { readFields } from './read-fields.mjs'
import { deviceCalls, upsCalls } from './ups-calls.mjs'

const require = createRequire(import.meta.url)
const { DefaultApiClient } = require('ask-sdk-core')
const { services } = require('ask-sdk-model')

export function openAskSdk(envelope, { parallel, apiClient = new DefaultApiClient() }) {
  const { apiEndpoint, apiAccessToken, device } = envelope.context.System
  return {
    turn(fields) {
      const configuration = { apiClient, apiEndpoint, authorizationValue: apiAccessToken }
      const ups = new services.ups.UpsServiceClient(configuration)
      const addresses = new services.deviceAddress.DeviceAddressServiceClient(configuration)
      const read = (field) => {
        if (field === 'address') return addresses.getFullAddress(device.deviceId)
        return field in deviceCalls ? ups[deviceCalls[field]](device.deviceId) : ups[upsCalls[field]]()
      }
      return readFields(fields, read, parallel)
    },
  }
}
