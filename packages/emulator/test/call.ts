import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { expect } from 'vitest'
import type { Emulator } from '../src/index.js'

export interface Answer {
  status: number | undefined
  headers: Record<string, string | string[] | undefined>
  body: string
}

export interface CallOptions {
  /** Default: a fresh token for the first customer. */
  token?: string | undefined
  authorization?: string
  method?: string
  body?: string
  signal?: AbortSignal
}

/** Sends one plain HTTP(S) request to the emulator on its own connection. Rejects if the connection fails, and after 60 s. */
export function call(emulator: Emulator, path: string, options: CallOptions = {}): Promise<Answer> {
  const { token = emulator.envelope().context.System.apiAccessToken, method = 'GET', body, signal } = options
  const send = emulator.certificateAuthority === undefined ? httpRequest : httpsRequest
  return new Promise((resolve, reject) => {
    const request = send(`${emulator.url}${path}`, {
      method,
      agent: false,
      ...(emulator.certificateAuthority !== undefined && { ca: emulator.certificateAuthority }),
      signal: signal ?? AbortSignal.timeout(60_000),
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

/** Sends the same request from a client that disconnects some time after its request has arrived. */
export async function abandonedCall(emulator: Emulator, path: string, afterMs: number): Promise<Answer> {
  const client = new AbortController()
  const answer = call(emulator, path, { signal: client.signal })
  answer.catch(() => {}) // the caller waits for it
  await expect.poll(() => emulator.requests.length).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  client.abort()
  return answer
}

export const emailPath = '/v2/accounts/~current/settings/Profile.email'
