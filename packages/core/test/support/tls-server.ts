import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import https from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import {
  createProfileClient,
  type ProfileClient,
  type ProfileClientOptions,
  type ProfileReader,
} from '../../src/index.js'
import { retryBudget } from '../../src/read/retry.js'
import { createCredentials } from './certificates.js'
import { envelopeFor } from './envelope.js'

/** Handles one request. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void

export interface ReceivedRequest {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: IncomingHttpHeaders
  /** Number of bytes after the headers. */
  bodyBytes: number
  /** Counts from 1. */
  readonly connection: number
}

/** A TLS server whose responses are chosen by the test. */
export interface TlsServer {
  readonly origin: string
  readonly ca: string
  readonly requests: readonly ReceivedRequest[]
  /** Number of connections that clients have opened, including those without a request. */
  readonly connections: number
  /** Number of connections that are open now. */
  readonly openConnections: number
  /** Number of open connections whose handshake is complete on both sides. */
  readonly secureConnections: number
  /** Sets the next responses. The last one is repeated for all further requests. */
  answer(...answers: readonly Answer[]): void
  /** Sets the next responses for a path such as `Profile.email`. They come before those of `answer`. */
  answerAt(pathEnd: string, ...answers: readonly Answer[]): void
  /** Ends every open connection in the given way, as servers do with idle connections. */
  endConnections(how?: 'end' | 'reset'): void
}

/** Longer than the defaults, so that a busy machine responds in time. A test that is about time sets its own. */
const patientTimes = { attemptTimeoutMs: 20_000, deadlineMs: 25_000 }

interface ClientFactory {
  /** A client that trusts the server, may send to it and waits for 20 s. It is closed after the test. */
  client(options?: ProfileClientOptions): ProfileClient
  /** A reader of a new client, for a request that names this server. */
  reader(options?: ProfileClientOptions, system?: Readonly<Record<string, unknown>>): ProfileReader
}

/** Starts a server for the tests of a file. It resets itself and the retry budget between tests. */
export function useTlsServer(): TlsServer & ClientFactory {
  let running: Awaited<ReturnType<typeof startTlsServer>>
  const clients: ProfileClient[] = []
  beforeAll(async () => {
    running = await startTlsServer()
  })
  beforeEach(() => {
    retryBudget.refill()
  })
  afterEach(() => {
    for (const client of clients.splice(0)) client.close()
    running.forget()
  })
  afterAll(() => running.stop())

  function client(options?: ProfileClientOptions): ProfileClient {
    const created = createProfileClient({
      allowedEndpoints: [running.origin],
      ca: running.ca,
      ...patientTimes,
      ...options,
    })
    clients.push(created)
    return created
  }
  return {
    get origin() {
      return running.origin
    },
    get ca() {
      return running.ca
    },
    get requests() {
      return running.requests
    },
    get connections() {
      return running.connections
    },
    get openConnections() {
      return running.openConnections
    },
    get secureConnections() {
      return running.secureConnections
    },
    answer: (...answers) => running.answer(...answers),
    answerAt: (pathEnd, ...answers) => running.answerAt(pathEnd, ...answers),
    endConnections: (how) => running.endConnections(how),
    client,
    reader: (options, system) => client(options).forRequest(envelopeFor(running.origin, system)),
  }
}

/** @param host the host in its certificate; the server listens on 127.0.0.1 */
export async function startTlsServer(
  host = '127.0.0.1',
): Promise<TlsServer & { forget(): void; stop(): Promise<void> }> {
  const { ca, cert, key } = await createCredentials(host)
  let requests: ReceivedRequest[] = []
  let connections = 0
  let rules: { pathEnd: string; answers: Answer[] }[] = []
  const open = new Map<number, { tcp: Socket; tls?: Socket; number: number }>()

  const server = https.createServer({ cert, key }, (request, response) => {
    const { method, url, headers, socket } = request
    const connection = open.get(socket.remotePort ?? 0)?.number ?? 0
    const received: ReceivedRequest = { method, path: url, headers, bodyBytes: 0, connection }
    requests.push(received)
    request.on('data', (chunk: Buffer) => {
      received.bodyBytes += chunk.length
    })
    const rule = rules.find(({ pathEnd }) => url?.endsWith(pathEnd))
    const answer = rule && (rule.answers.length > 1 ? rule.answers.shift() : rule.answers[0])
    if (answer === undefined) throw new Error(`The test has no response for ${url}.`)
    answer(response, request)
  })
  // By default, Node ends idle connections after 5 s and sends `Keep-Alive: timeout=5`, so that clients end them too.
  server.keepAliveTimeout = 0
  server.on('connection', (tcp: Socket) => {
    connections += 1
    const { remotePort = 0 } = tcp
    open.set(remotePort, { tcp, number: connections })
    tcp.once('close', () => open.delete(remotePort))
    tcp.on('error', () => {})
  })
  server.on('secureConnection', (tls: Socket) => {
    const entry = open.get(tls.remotePort ?? 0)
    if (entry) entry.tls = tls
    tls.on('error', () => {})
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`

  function endConnections(how: 'end' | 'reset' = 'end'): void {
    for (const { tcp, tls } of open.values()) {
      if (how === 'reset' || !tls) tcp.resetAndDestroy()
      else tls.end()
    }
  }
  return {
    origin,
    ca,
    get requests() {
      return requests
    },
    get connections() {
      return connections
    },
    get openConnections() {
      return open.size
    },
    get secureConnections() {
      return [...open.values()].filter(({ tls }) => tls).length
    },
    answer(...answers) {
      rules = [...rules.filter(({ pathEnd }) => pathEnd !== ''), { pathEnd: '', answers: [...answers] }]
    },
    answerAt(pathEnd, ...answers) {
      rules = [{ pathEnd, answers: [...answers] }, ...rules.filter((rule) => rule.pathEnd !== pathEnd)]
    },
    endConnections,
    forget() {
      endConnections('reset')
      requests = []
      connections = 0
      rules = []
    },
    async stop() {
      endConnections('reset')
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
