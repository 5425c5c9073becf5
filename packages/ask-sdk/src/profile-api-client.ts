import {
  createTransport,
  type ExchangeOutcome,
  ProfileError,
  type Transport,
  type TransportOptions,
} from '@alexa-profile/core'
import type { services } from 'ask-sdk-model'

/** Options of `ProfileApiClient`. */
export interface ProfileApiClientOptions extends TransportOptions {
  /** The time limit for one call, in milliseconds. Default: 6000. Alexa waits 8 s for a skill. */
  readonly timeoutMs?: number | undefined
}

/** Where ask-sdk's service clients get their own access tokens (proactive events, skill messaging). */
const loginWithAmazon = 'https://api.amazon.com'

/** Much longer than any of Alexa's responses, and much smaller than a Lambda function's memory. */
const maxBodyBytes = 6 * 1024 * 1024

/** How long a connection kept over a pause may be silent after a GET before a fresh one is tried. */
const silenceMs = 2000

/**
 * Replaces ask-sdk's `DefaultApiClient` for all service clients, with the same results and errors. Calls end in time,
 * connections are kept, text is decoded correctly, and only Alexa's hosts are called.
 *
 * @example
 * SkillBuilders.custom().withApiClient(new ProfileApiClient())
 */
export class ProfileApiClient implements services.ApiClient {
  private readonly transport: Transport
  private readonly timeoutMs: number

  /** Creates a client with its own connections. @throws {ProfileError} `option-invalid` */
  constructor(own: ProfileApiClientOptions = {}) {
    const { timeoutMs = 6000, allowedEndpoints = [], ...options } = { __proto__: null, ...own }
    if (!(timeoutMs > 0 && timeoutMs < 2 ** 31)) {
      throw new ProfileError('option-invalid', 'timeoutMs must be a number of milliseconds, more than 0.')
    }
    this.timeoutMs = timeoutMs
    this.transport = createTransport({ ...options, allowedEndpoints: [loginWithAmazon, ...allowedEndpoints] })
  }

  /**
   * Resolves for every status, or rejects with an error named `AskSdk.ProfileApiClient Error`. Its `code` is:
   *
   * - `ETIMEDOUT`: no complete response within `timeoutMs`
   * - Node's code, such as `ECONNRESET`, or `ERR_NETWORK` without one: the connection failed
   * - `ERR_CLIENT_CLOSED`: `close()` was called during the call
   * - `ERR_INVALID_RESPONSE`: a complete response with a body of more than 6 MiB, or a 2xx whose body is not the JSON
   *   that its type promises. An error status with such a body resolves without the body.
   * - `HPE_…`: the response is not HTTP
   *
   * @throws {ProfileError} (as a rejection) `endpoint-not-allowed` for a host that must not get the token
   */
  async invoke(request: services.ApiClientRequest): Promise<services.ApiClientResponse> {
    const { timeoutMs } = this
    // Only a GET can be sent again, so only a GET is given up early.
    const limits = { timeoutMs, silenceMs: request.method === 'GET' ? silenceMs : timeoutMs, maxBodyBytes }
    const outcome = await this.transport.attempt({ ...exchangeOf(request), ...limits }, timeoutMs).outcome
    if (outcome.kind === 'broken') throw brokenCall(outcome, timeoutMs)
    return withoutBrokenJson(responseOf(outcome))
  }

  /** Closes the connections that only this client uses. */
  close(): void {
    this.transport.close()
  }
}

function exchangeOf({ url, method, headers, body }: services.ApiClientRequest) {
  if (!URL.canParse(url)) {
    throw new ProfileError('endpoint-not-allowed', 'The URL is invalid. Pass the request to the skill unchanged.')
  }
  const values: Record<string, string[]> = {}
  for (const { key, value } of headers) values[key] = [...(values[key] ?? []), value]
  return { url: new URL(url), method, headers: values, body }
}

function responseOf(answer: Extract<ExchangeOutcome, { kind: 'response' }>): services.ApiClientResponse {
  const headers = Object.entries(answer.headers).flatMap(([key, values]) =>
    [values ?? []].flat().map((value) => ({ key, value })),
  )
  return { statusCode: answer.status, headers, body: new TextDecoder().decode(answer.body) }
}

/**
 * Removes a body that is not valid JSON, because ask-sdk's service clients quote it, and with it the customer's data,
 * in their errors. A success becomes an error of this client; any other response keeps its status.
 */
function withoutBrokenJson(response: services.ApiClientResponse): services.ApiClientResponse {
  const contentType = response.headers.find(({ key }) => key === 'content-type')?.value
  const isJson = contentType === undefined || contentType.includes('application/json')
  if (!isJson || !response.body || isParsable(response.body)) return response
  if (response.statusCode < 300) throw callError("Alexa's response is not valid JSON.")
  return { ...response, body: '' }
}

function isParsable(json: string): boolean {
  try {
    JSON.parse(json)
    return true
  } catch {
    return false
  }
}

function brokenCall({ cause, code }: Extract<ExchangeOutcome, { kind: 'broken' }>, timeoutMs: number): Error {
  switch (cause) {
    case 'timeout':
      return callError(`Alexa did not respond within ${timeoutMs} ms.`, 'ETIMEDOUT')
    case 'too-large':
      return callError(`Alexa's response is longer than ${maxBodyBytes} bytes.`)
    case 'not-http':
      return callError("Alexa's response is not HTTP.", code)
    case 'cancelled':
      return callError('The client was closed during the call.', 'ERR_CLIENT_CLOSED')
    case 'gone':
      return callError('The connection to Alexa was lost.', code ?? 'ETIMEDOUT')
    default:
      return callError('The connection to Alexa failed.', code ?? 'ERR_NETWORK')
  }
}

/** Named after its client, like ask-sdk's own errors. `code` is Node's if there is one. */
function callError(reason: string, code = 'ERR_INVALID_RESPONSE'): Error {
  const error = new Error(`${reason} (${code})`)
  error.name = 'AskSdk.ProfileApiClient Error'
  return Object.assign(error, { code })
}
