import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import { createProfileClient, type ProfileResult } from '@alexa-profile/core'
import { AlexaDevice } from '@jovotech/platform-alexa'
import { DefaultApiClient } from 'ask-sdk-core'
import { services } from 'ask-sdk-model'
import { AlexaRequest } from 'jovo-platform-alexa'
import { AlexaUser } from 'jovo-platform-alexa/dist/src/core/AlexaUser.js'

/** The server's responses, for the address or the time zone. */
interface Case {
  readonly answer: string
  readonly reads: 'address' | 'timeZone'
  readonly status?: number
  readonly body?: unknown
  readonly type?: string
}

const address = { addressLine1: '410 Terry Ave N', city: 'Seattle', countryCode: 'US', postalCode: '98109' }
const nothing = { addressLine1: null, city: null, countryCode: null, postalCode: null }

const cases: readonly Case[] = [
  { answer: 'an address with `null` members', reads: 'address', body: { ...address, addressLine2: null } },
  { answer: 'an address with only `null` members', reads: 'address', body: nothing },
  { answer: '204: nothing stored', reads: 'address', status: 204 },
  {
    answer: '403: no permission',
    reads: 'address',
    status: 403,
    body: { code: 'ACCESS_DENIED', message: 'Access denied with reason: ACCESS_NOT_REQUESTED' },
  },
  {
    answer: '403: expired token, address API',
    reads: 'address',
    status: 403,
    body: { type: 'FORBIDDEN', message: 'The authentication token is not valid.' },
  },
  {
    answer: '401: expired token, settings API',
    reads: 'timeZone',
    status: 401,
    body: { code: 'INVALID_TOKEN' },
  },
  { answer: '429', reads: 'timeZone', status: 429, body: { message: 'Too many requests.' } },
  { answer: '500', reads: 'timeZone', status: 500, body: { code: 'UNKNOWN_ERROR' } },
  { answer: '204: no time zone set', reads: 'timeZone', status: 204 },
  { answer: 'a time zone that does not exist', reads: 'timeZone', body: 'Mars/Phobos' },
  { answer: 'an HTML page', reads: 'timeZone', body: '<!doctype html>', type: 'text/html' },
  { answer: 'no response', reads: 'timeZone' },
]

/** How long Alexa waits for a skill. */
const patienceMs = 8000

/** Reads from the same server with each reader and returns the rows of the guide's table. */
export async function measureReaders(): Promise<readonly string[]> {
  const server = createServer((request, response) => {
    const { status = 200, body, type = 'application/json', answer } = cases[Number(request.url?.split('/')[3])] ?? {}
    if (answer === 'no response') return
    response.writeHead(status, { 'Content-Type': type })
    response.end(body === undefined ? undefined : type === 'text/html' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createProfileClient({ allowedEndpoints: [origin] })
  try {
    return await Promise.all(
      cases.map(async (one, index) => {
        const readers = readersOf(origin, String(index), one.reads)
        const today = await Promise.all(readers.map((read) => outcomeOf(read, one)))
        const ours: ProfileResult = (await client.forRequest(envelopeOf(origin, String(index))).read([one.reads]))[
          one.reads
        ]
        return `| ${[one.answer, ...today, `\`${ours.status}\`${detailsOf(ours)}`].join(' | ')} |`
      }),
    )
  } finally {
    client.close()
    server.closeAllConnections()
    server.close()
  }
}

function envelopeOf(apiEndpoint: string, deviceId: string) {
  return {
    version: '1.0',
    context: { System: { apiEndpoint, apiAccessToken: 'token', device: { deviceId }, user: { userId: 'u' } } },
    request: { type: 'LaunchRequest', requestId: 'r', timestamp: '2026-11-29T00:00:00Z', locale: 'en-US' },
  }
}

/** The readers of ask-sdk, Jovo 4 and Jovo 3. */
function readersOf(apiEndpoint: string, deviceId: string, field: Case['reads']): (() => Promise<unknown>)[] {
  const configuration = { apiClient: new DefaultApiClient(), apiEndpoint, authorizationValue: 'token' }
  const addresses = new services.deviceAddress.DeviceAddressServiceClient(configuration)
  const settings = new services.ups.UpsServiceClient(configuration)
  const request = AlexaRequest.fromJSON(JSON.stringify(envelopeOf(apiEndpoint, deviceId)))
  const requestOf4 = {
    getApiEndpoint: () => apiEndpoint,
    getDeviceId: () => deviceId,
    getApiAccessToken: () => 'token',
    getDeviceCapabilities: () => [],
  }
  const device = new AlexaDevice({ $request: requestOf4 } as never)
  const user = new AlexaUser({ $request: request, $data: {}, $app: {} } as never)
  return field === 'address'
    ? [() => addresses.getFullAddress(deviceId), () => device.getAddress(), () => user.getDeviceAddress()]
    : [() => settings.getSystemTimeZone(deviceId), () => device.getTimeZone(), () => user.getTimezone()]
}

async function outcomeOf(read: () => Promise<unknown>, { body, status = 200, type }: Case): Promise<string> {
  const pending = Symbol('pending')
  const late = new Promise((resolve) => setTimeout(() => resolve(pending), patienceMs))
  try {
    const value = await Promise.race([read(), late])
    if (value === pending) return `pending after ${patienceMs / 1000} s`
    if (value === undefined || value === '') return `\`${JSON.stringify(value) ?? 'undefined'}\``
    const isHandedOver = isDeepStrictEqual(value, body)
    if (!isHandedOver) return `resolves with \`${JSON.stringify(value)}\``
    if (status >= 400) return '**resolves** with the error'
    return type === 'text/html' ? 'resolves with the page' : 'resolves with it unchanged'
  } catch (error) {
    const { name, statusCode, code } = error as Error & { statusCode?: number; code?: string }
    return `rejects: ${name} ${statusCode ?? code ?? ''}`.trim()
  }
}

function detailsOf(result: ProfileResult): string {
  if (result.status === 'failed') return `, \`${result.failure}\``
  if (result.status === 'permission-missing') return `, \`${result.reason}\``
  return result.status === 'available' ? ', without `null`' : ''
}
