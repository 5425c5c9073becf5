import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Emulator } from '@alexa-profile/emulator'

export interface Answer {
  status: number | undefined
  headers: Record<string, string | string[] | undefined>
  body: string
}

export interface CallOptions {
  /** Default: a fresh one for the first customer. */
  token?: string | undefined
  authorization?: string
  method?: string
  body?: string
  timeoutMs?: number
}

/** One plain HTTP(S) request to the emulator on a connection of its own. Rejects when the connection fails or `timeoutMs` is over. */
export function call(emulator: Emulator, path: string, options: CallOptions = {}): Promise<Answer> {
  const { token = emulator.envelope().context.System.apiAccessToken, method = 'GET', body, timeoutMs = 3000 } = options
  const send = emulator.certificateAuthority === undefined ? httpRequest : httpsRequest
  return new Promise((resolve, reject) => {
    const request = send(`${emulator.url}${path}`, {
      method,
      agent: false,
      ...(emulator.certificateAuthority !== undefined && { ca: emulator.certificateAuthority }),
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        authorization: options.authorization ?? `Bearer ${token}`,
        ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
      },
    })
    request.on('error', reject)
    request.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: text }))
    })
    request.end(body)
  })
}

export const emailPath = '/v2/accounts/~current/settings/Profile.email'
