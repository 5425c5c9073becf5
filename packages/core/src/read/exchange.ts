import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import type { Clock } from '../clock.js'
import type { Connections } from './connection.js'

export interface ExchangeRequest {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body?: string | undefined
  /** From asking for a connection to the last byte. */
  readonly timeoutMs: number
  /** On a connection that was kept over a pause: until the first byte of the answer. */
  readonly silenceMs: number
  /** A longer body ends the exchange. */
  readonly maxBodyBytes: number
}

/** What came back over the wire, before anybody asks what it means. */
export type ExchangeOutcome =
  | { readonly kind: 'response'; readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }
  | {
      readonly kind: 'broken'
      /** `gone`: a kept connection that the server had closed, or that was lost in a pause and is silent since. */
      readonly cause: 'network' | 'gone' | 'timeout' | 'too-large' | 'not-http' | 'cancelled'
      /** Node's code of the failure: `ECONNRESET`, `ENOTFOUND`, `CERT_HAS_EXPIRED` … */
      readonly code?: string
      /** When the status line and headers had arrived before it broke. */
      readonly status?: number
      readonly headers?: IncomingHttpHeaders
      /** What had arrived of the body by then. */
      readonly body?: Buffer
    }

type Broken = Extract<ExchangeOutcome, { kind: 'broken' }>

/** One request on one connection. Always settles within `timeoutMs`; never throws or rejects. */
export function exchange(
  request: ExchangeRequest,
  connections: Connections,
  clock: Clock,
): { readonly outcome: Promise<ExchangeOutcome>; cancel(): void } {
  let cancel = () => {}
  const outcome = new Promise<ExchangeOutcome>((resolve) => {
    const { protocol } = request.url
    let outgoing: http.ClientRequest
    try {
      // Through the module object, where the HTTP mocks of users' tests (nock) look.
      outgoing = (protocol === 'http:' ? http : https).request(request.url, {
        method: request.method,
        headers: request.headers,
        agent: connections.agent,
      })
    } catch (error) {
      resolve({ kind: 'broken', cause: 'network', ...codeOf(error) })
      return
    }

    let incoming: IncomingMessage | undefined
    const chunks: Buffer[] = []
    let answerBegun = () => false
    let stopSilenceTimer = () => {}
    let mayBeLost = false
    let settled = false
    const stopTimer = clock.after(request.timeoutMs, () => breakOff(mayBeLost && !answerBegun() ? 'gone' : 'timeout'))
    cancel = () => breakOff('cancelled')

    function settle(outcome: ExchangeOutcome): void {
      settled = true
      stopTimer()
      stopSilenceTimer()
      resolve(outcome)
    }
    function breakOff(cause: Broken['cause'], error?: unknown): void {
      if (settled) return
      const { statusCode: status = 0, headers } = incoming ?? {}
      const received = headers && { status, headers, body: Buffer.concat(chunks) }
      settle({ kind: 'broken', cause, ...codeOf(error), ...received })
      outgoing.destroy()
    }
    function failed(error: unknown): void {
      const { code } = codeOf(error)
      if (code?.startsWith('HPE_')) breakOff('not-http', error)
      else if (outgoing.reusedSocket && !answerBegun() && isClosed(code)) breakOff('gone', error)
      else breakOff('network', error)
    }

    outgoing.on('socket', (socket: Socket) => {
      const bytesBefore = socket.bytesRead
      answerBegun = () => socket.bytesRead > bytesBefore
      mayBeLost = outgoing.reusedSocket && connections.wasKeptOverPause(socket)
      if (!mayBeLost) return
      stopSilenceTimer = clock.after(request.silenceMs, () => {
        if (!answerBegun()) breakOff('gone')
      })
    })
    outgoing.on('error', failed)
    outgoing.on('close', () => failed({ code: 'ECONNRESET' }))
    outgoing.on('response', (response) => {
      incoming = response
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        chunks.push(chunk)
        if (bytes > request.maxBodyBytes) breakOff('too-large')
      })
      response.on('error', failed)
      response.on('end', () => {
        if (settled || !response.complete) return
        const { statusCode: status = 0, headers } = response
        settle({ kind: 'response', status, headers, body: Buffer.concat(chunks) })
      })
    })
    try {
      outgoing.end(request.body)
    } catch (error) {
      failed(error)
    }
  })
  return { outcome, cancel: () => cancel() }
}

/** How a connection that is gone shows itself; ETIMEDOUT comes from TCP keep-alive probes that nobody answers. */
function isClosed(code: string | undefined): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'ETIMEDOUT'
}

/** Only a code is passed on: messages may quote what was sent or received. */
function codeOf(error: unknown): { code?: string } {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,63}$/.test(code) ? { code } : {}
}
