import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http'
import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import type { Clock } from '../base/clock.js'
import type { Connections } from './connection.js'
import type { Target } from './gate.js'

/** For integrations: a request and its limits. */
export interface ExchangeRequest {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body?: string | undefined
  /** The time from getting a connection to the last byte. */
  readonly timeoutMs: number
  /** On a connection that was kept over a pause: the time until the first byte of the response. */
  readonly silenceMs: number
  /** A longer body ends the exchange. */
  readonly maxBodyBytes: number
}

/** For integrations: the outcome of a request, before it is interpreted. */
export type ExchangeOutcome =
  | { readonly kind: 'response'; readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }
  | {
      readonly kind: 'broken'
      /** `gone`: the server had closed the kept connection, or it was lost in a pause and stays silent. */
      readonly cause: 'network' | 'gone' | 'timeout' | 'too-large' | 'not-http' | 'cancelled'
      /** Node's error code, such as `ECONNRESET`, `ENOTFOUND` or `CERT_HAS_EXPIRED`. */
      readonly code?: string
      /** The status, if the status line and headers had arrived. */
      readonly status?: number
      readonly headers?: IncomingHttpHeaders
      /** The part of the body that had arrived. */
      readonly body?: Buffer
    }

type Broken = Extract<ExchangeOutcome, { kind: 'broken' }>

/** One request on one connection. Calls back once, always within its time. Never throws. */
export class Exchange {
  readonly #done: (outcome: ExchangeOutcome) => void
  #outgoing: ClientRequest | undefined
  #incoming: IncomingMessage | undefined
  readonly #chunks: Buffer[] = []
  #bytes = 0
  #socket: Socket | undefined
  #bytesBefore = 0
  #isQueued = false
  #isKept = false
  #mayBeLost = false
  #settled = false
  #stopTimer: (() => void) | undefined
  #stopSilenceTimer: (() => void) | undefined

  /**
   * Starts the exchange.
   *
   * @param end by the clock; ends the exchange before its time is over, or before it has a connection
   */
  constructor(
    target: Target,
    request: ExchangeRequest,
    end: number,
    connections: Connections,
    clock: Clock,
    done: (outcome: ExchangeOutcome) => void,
  ) {
    this.#done = done
    try {
      this.#outgoing = startRequest(target, request, connections.agent)
        .on('socket', (socket) => {
          // A destroyed agent still opens connections for requests that waited for one.
          if (connections.isClosed()) this.cancel()
          if (this.#isQueued) this.#limit(request.timeoutMs, end, clock)
          this.#begin(socket, request.silenceMs, connections, clock)
        })
        .on('response', (response) => this.#receive(response, request.maxBodyBytes))
        .on('error', (error) => this.#fail(error))
        .on('close', () => this.#settled || this.#fail({ code: 'ECONNRESET' }))
      this.#isQueued = connections.hasQueue(target)
      this.#limit(this.#isQueued ? Number.POSITIVE_INFINITY : request.timeoutMs, end, clock)
      this.#outgoing.end(request.body)
    } catch (error) {
      this.#fail(error)
    }
  }

  cancel(): void {
    this.#breakOff('cancelled')
  }

  /**
   * Sets the time limit. The wait for a connection in use does not count, because it says nothing about the service.
   */
  #limit(timeoutMs: number, end: number, clock: Clock): void {
    this.#stopTimer?.()
    if (this.#settled) return
    const limitMs = end === Number.POSITIVE_INFINITY ? timeoutMs : Math.min(timeoutMs, Math.max(1, end - clock.now()))
    this.#stopTimer = limitMs === Number.POSITIVE_INFINITY ? undefined : clock.after(limitMs, () => this.#timeOut())
  }

  #begin(socket: Socket, silenceMs: number, connections: Connections, clock: Clock): void {
    this.#socket = socket
    this.#bytesBefore = socket.bytesRead
    this.#isKept = this.#outgoing?.reusedSocket === true || connections.wasKept(socket)
    // A request that waited for a connection has a fresh one, or one that was in use until now.
    this.#mayBeLost = this.#isKept && !this.#isQueued && connections.wasKeptOverPause(socket)
    if (!this.#mayBeLost || this.#settled) return
    this.#stopSilenceTimer = clock.after(silenceMs, () => this.#hasAnswerBegun() || this.#breakOff('gone'))
  }

  #receive(response: IncomingMessage, maxBodyBytes: number): void {
    this.#incoming = response
    response.on('data', (chunk: Buffer) => {
      this.#bytes += chunk.length
      this.#chunks.push(chunk)
      if (this.#bytes > maxBodyBytes) this.#breakOff('too-large')
    })
    response.on('error', (error) => this.#fail(error))
    response.on('end', () => {
      if (this.#settled || !response.complete) return
      const { statusCode: status = 0, headers } = response
      this.#settle({ kind: 'response', status, headers, body: this.#body() })
    })
  }

  #timeOut(): void {
    this.#breakOff(this.#mayBeLost && !this.#hasAnswerBegun() ? 'gone' : 'timeout')
  }

  #fail(error: unknown): void {
    const { code } = codeOf(error)
    if (code?.startsWith('HPE_')) this.#breakOff('not-http', error)
    else if (this.#isKept && !this.#hasAnswerBegun() && isClosed(code)) this.#breakOff('gone', error)
    else this.#breakOff('network', error)
  }

  #breakOff(cause: Broken['cause'], error?: unknown): void {
    if (this.#settled) return
    const { statusCode: status = 0, headers } = this.#incoming ?? {}
    const received = headers && { status, headers, body: this.#body() }
    this.#settle({ kind: 'broken', cause, ...codeOf(error), ...received })
    this.#outgoing?.destroy()
  }

  #settle(outcome: ExchangeOutcome): void {
    this.#settled = true
    this.#stopTimer?.()
    this.#stopSilenceTimer?.()
    this.#done(outcome)
  }

  #hasAnswerBegun(): boolean {
    return this.#socket !== undefined && this.#socket.bytesRead > this.#bytesBefore
  }

  #body(): Buffer {
    const [first] = this.#chunks
    return first !== undefined && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks)
  }
}

/** Uses the module object, where HTTP mocks in users' tests (nock) take effect. */
function startRequest(
  { protocol, host: hostname, port, path }: Target,
  { method, headers }: ExchangeRequest,
  agent: http.Agent,
): ClientRequest {
  // Not the URL itself, from which Node would create a dozen options and copy them repeatedly.
  const options = { protocol, hostname, port, path, method, agent }
  const outgoing = (protocol === 'http:' ? http : https).request(options)
  // Not among the options, because Node prints those with NODE_DEBUG, including the token.
  for (const name in headers) outgoing.setHeader(name, headers[name] ?? '')
  return outgoing
}

/** Whether a code means that a connection is gone. ETIMEDOUT comes from TCP keep-alive probes without a reply. */
function isClosed(code: string | undefined): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'ETIMEDOUT'
}

/** Passes on only the code. Messages may quote what was sent or received. */
function codeOf(error: unknown): { code?: string } {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,63}$/.test(code) ? { code } : {}
}
