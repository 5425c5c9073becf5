import { type SituationName, startEmulator } from '@alexa-profile/emulator'
import { services } from 'ask-sdk-model'
import { services as oldestServices } from 'ask-sdk-model-oldest'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ProfileApiClient } from '../src/index.js'

/** The ask-sdk clients for the address and the settings, over `ProfileApiClient`. */
async function startServices({ deviceAddress, ups }: typeof services | typeof oldestServices, timeoutMs = 5000) {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const apiClient = new ProfileApiClient({ allowedEndpoints: [emulator.url], timeoutMs })
  onTestFinished(() => apiClient.close())
  const { apiEndpoint, apiAccessToken, device } = emulator.envelope().context.System
  const configuration = { apiClient, apiEndpoint, authorizationValue: apiAccessToken }
  const { deviceId } = device
  const settings = new ups.UpsServiceClient(configuration)
  const addresses = new deviceAddress.DeviceAddressServiceClient(configuration)
  const calls = {
    address: () => addresses.getFullAddress(deviceId),
    countryAndPostalCode: () => addresses.getCountryAndPostalCode(deviceId),
    timeZone: () => settings.getSystemTimeZone(deviceId),
    distanceUnits: () => settings.getSystemDistanceUnits(deviceId),
    temperatureUnit: () => settings.getSystemTemperatureUnit(deviceId),
  }
  return { emulator, calls, addresses }
}

async function errorOf(call: () => Promise<unknown>): Promise<Error & Record<string, unknown>> {
  return call().then(
    () => expect.fail('it resolved'),
    (error) => error,
  )
}

async function outcomeOf(call: () => Promise<unknown>): Promise<unknown> {
  const { name, statusCode, code } = await errorOf(call)
  return [name, statusCode ?? code]
}

const all = ['address', 'countryAndPostalCode', 'timeZone', 'distanceUnits', 'temperatureUnit'] as const
const ourError = 'AskSdk.ProfileApiClient Error'

describe.each([
  ['newest', services],
  ['oldest', oldestServices],
])('service clients of the %s ask-sdk-model', (_, models) => {
  it('read all fields of the device', async () => {
    const { emulator, calls } = await startServices(models)
    emulator.customer.grant('address', 'countryAndPostalCode')
    for (const field of all) expect(await calls[field]()).toEqual(emulator.customer.data[field])
    emulator.customer.clear(...all)
    for (const field of all) expect(await calls[field]()).toBeUndefined()
  })

  it('need a permission only for the address', async () => {
    const { emulator, calls, addresses } = await startServices(models)
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
    ['forbidden-empty', 403],
    ['server-error', 500],
    ['unavailable', 503],
    ['redirecting', 302],
  ])('reject with a ServiceError that has the status in the situation %s', async (situation, status) => {
    const { emulator, calls } = await startServices(models)
    emulator.customer.grantAll()
    emulator.situation(situation)
    for (const field of all) expect(await outcomeOf(calls[field])).toEqual(['ServiceError', status])
  })

  it('report an expired token with the status of each API', async () => {
    const { emulator, calls } = await startServices(models)
    emulator.customer.grantAll()
    emulator.expireTokens()
    const statuses = await Promise.all(all.map((field) => outcomeOf(calls[field])))
    expect(statuses).toEqual([403, 403, 401, 401, 401].map((status) => ['ServiceError', status]))
  })

  it.each(['silent', 'endless-body'] as const)(
    'reject within their time limit in the situation %s',
    async (situation) => {
      const { emulator, calls } = await startServices(models, 300)
      emulator.situation(situation)
      const startedAt = performance.now()
      const outcomes = await Promise.all(all.map((field) => outcomeOf(calls[field])))
      expect(outcomes).toEqual(all.map(() => [ourError, 'ETIMEDOUT']))
      expect(performance.now() - startedAt).toBeLessThan(5500) // Without its limit it would take 6 s.
    },
  )

  it.each(['resetting', 'resetting-mid-body'] as const)(
    'reject with the failure code in the situation %s',
    async (situation) => {
      const { emulator, calls } = await startServices(models)
      emulator.situation(situation)
      for (const field of all) expect(await outcomeOf(calls[field])).toEqual([ourError, 'ECONNRESET'])
    },
  )

  it('quote nothing from an invalid body in the error', async () => {
    const { emulator, calls } = await startServices(models)
    emulator.situation('malformed')
    for (const field of all) {
      const { name, code, message, stack } = await errorOf(calls[field])
      expect([name, code]).toEqual([ourError, 'ERR_INVALID_RESPONSE'])
      expect(`${message}${stack}`).not.toContain('countryCode')
    }
  })
})
