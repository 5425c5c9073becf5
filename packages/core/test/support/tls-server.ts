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

/** What the server does with one request. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void

export interface ReceivedRequest {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: IncomingHttpHeaders
  /** Bytes that came after the headers. */
  bodyBytes: number
  /** Counts from 1. */
  readonly connection: number
}

/** A real server behind real TLS, whose answers a test decides. */
export interface TlsServer {
  readonly origin: string
  readonly ca: string
  readonly requests: readonly ReceivedRequest[]
  /** How many connections clients have opened, also such as never sent a request. */
  readonly connections: number
  /** How many are open now. */
  readonly openConnections: number
  /** How many of those both sides have finished the handshake of. */
  readonly secureConnections: number
  /** The last answer given here is repeated for all further requests. */
  answer(...answers: readonly Answer[]): void
  /** By path, `Profile.email` say; goes before `answer`. */
  answerAt(pathEnd: string, ...answers: readonly Answer[]): void
  /** Ends every open connection in the given way, as a server does with idle ones. */
  endConnections(how?: 'end' | 'reset'): void
}

interface ClientFactory {
  /** A client that trusts the server and may send to it; closed after the test. */
  client(options?: ProfileClientOptions): ProfileClient
  /** A reader of a fresh client, for a request that names this server. */
  reader(options?: ProfileClientOptions, system?: Readonly<Record<string, unknown>>): ProfileReader
}

/** Starts a server for the tests of a file. Between tests it forgets everything, and so does the retry budget. */
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
    const created = createProfileClient({ allowedEndpoints: [running.origin], ca: running.ca, ...options })
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

/** @param host what its certificate is for; it listens on 127.0.0.1 */
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
    if (answer === undefined) throw new Error(`The test has no answer for ${url}.`)
    answer(response, request)
  })
  // Node's own 5 s would end idle connections, and its `Keep-Alive: timeout=5` would have clients do so.
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
