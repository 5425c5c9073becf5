import { type SituationName, startEmulator } from '@alexa-profile/emulator'
import { services } from 'ask-sdk-model'
import { expect, it, onTestFinished } from 'vitest'
import { ProfileApiClient } from '../src/index.js'

/** ask-sdk's own clients of the address and of the settings, over `ProfileApiClient`. */
async function startServices() {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const apiClient = new ProfileApiClient({ allowedEndpoints: [emulator.url], timeoutMs: 5000 })
  onTestFinished(() => apiClient.close())
  const { apiEndpoint, apiAccessToken, device } = emulator.envelope().context.System
  const configuration = { apiClient, apiEndpoint, authorizationValue: apiAccessToken }
  const { deviceId } = device
  const settings = new services.ups.UpsServiceClient(configuration)
  const addresses = new services.deviceAddress.DeviceAddressServiceClient(configuration)
  const calls = {
    address: () => addresses.getFullAddress(deviceId),
    countryAndPostalCode: () => addresses.getCountryAndPostalCode(deviceId),
    timeZone: () => settings.getSystemTimeZone(deviceId),
    distanceUnits: () => settings.getSystemDistanceUnits(deviceId),
    temperatureUnit: () => settings.getSystemTemperatureUnit(deviceId),
  }
  return { emulator, calls, addresses }
}

async function outcomeOf(call: () => Promise<unknown>): Promise<unknown> {
  return call().catch(({ name, statusCode, code }) => [name, statusCode ?? code])
}

const all = ['address', 'countryAndPostalCode', 'timeZone', 'distanceUnits', 'temperatureUnit'] as const

it('read everything that the device has', async () => {
  const { emulator, calls } = await startServices()
  emulator.customer.grant('address', 'countryAndPostalCode')
  for (const field of all) expect(await calls[field]()).toEqual(emulator.customer.data[field])
  emulator.customer.clear(...all)
  for (const field of all) expect(await calls[field]()).toBeUndefined()
})

it('need a permission for the address only', async () => {
  const { emulator, calls, addresses } = await startServices()
  for (const field of ['address', 'countryAndPostalCode'] as const) {
    expect(await outcomeOf(calls[field])).toEqual(['ServiceError', 403])
  }
  expect(await calls.timeZone()).toBe('America/Los_Angeles')
  emulator.customer.grant('address')
  expect(await outcomeOf(() => addresses.getFullAddress('amzn1.ask.device.OTHER'))).toEqual(['ServiceError', 403])
})

it.each<[SituationName, number]>([
  ['throttled', 429],
  ['blocked', 403],
  ['server-error', 500],
  ['redirecting', 302],
])('reject with a ServiceError that has the status when %s', async (situation, status) => {
  const { emulator, calls } = await startServices()
  emulator.customer.grantAll()
  emulator.situation(situation)
  for (const field of all) expect(await outcomeOf(calls[field])).toEqual(['ServiceError', status])
})

it('tell a dead token as each API does', async () => {
  const { emulator, calls } = await startServices()
  emulator.customer.grantAll()
  emulator.expireTokens()
  const statuses = await Promise.all(all.map((field) => outcomeOf(calls[field])))
  expect(statuses).toEqual([403, 403, 401, 401, 401].map((status) => ['ServiceError', status]))
})

it('reject with the code of a broken connection', async () => {
  const { emulator, calls } = await startServices()
  emulator.situation('resetting')
  for (const field of all) {
    expect(await outcomeOf(calls[field])).toEqual(['AskSdk.ProfileApiClient Error', 'ECONNRESET'])
  }
})
