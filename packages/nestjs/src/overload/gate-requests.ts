import { AsyncResource } from 'node:async_hooks'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Logger } from '@nestjs/common'
import { noteArrival } from '../turn.js'
import type { BusyResponse } from './busy-response.js'
import type { Arrival, TurnGate } from './turn-gate.js'

const warnAgainMs = 60_000

/**
 * Has Alexa's requests go through a gate before anything of Express, Fastify or Nest sees them, when a turn has cost next to
 * nothing. Others pass.
 */
export function gateRequests(server: Server, gate: TurnGate, respondBusy: BusyResponse): void {
  const logger = new Logger('AlexaProfileOverloadModule')
  let warnedAt = Number.NEGATIVE_INFINITY
  // As they are, so that what was to listen once does.
  const listeners = server.rawListeners('request')
  server.removeAllListeners('request')
  server.on('connection', () => gate.connect())
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!isFromAlexa(request) || isPipelined(response)) {
      handle(request, response)
      return
    }
    noteArrival(request, performance.now())
    let hasCome = false
    const come = () => {
      hasCome = true
      gate.come()
    }
    const arrival: Arrival = {
      // In the context that this request was emitted in, as traces have it, and not in that of whoever was there before.
      begin: AsyncResource.bind(() => {
        request.once('end', come)
        handle(request, response)
      }),
      refuse() {
        warn()
        // A server that closes waits for kept connections.
        if (!server.listening) response.shouldKeepAlive = false
        respondBusy(request, response)
      },
    }
    response.once('close', () => {
      request.off('end', come)
      if (hasCome) gate.leave()
      else gate.withdraw(arrival)
    })
    gate.enter(arrival)
  })

  function handle(request: IncomingMessage, response: ServerResponse): void {
    for (const listener of listeners) listener.call(server, request, response)
  }

  /** A busy moment is no time for a thousand lines. */
  function warn(): void {
    const now = performance.now()
    if (now - warnedAt < warnAgainMs) return
    warnedAt = now
    logger.warn(
      'Overloaded: this process cannot answer every request in time. Some customers are told to try again later.',
    )
  }
}

/** Whoever says so: what Alexa sends has this header, and so need not be read to be told apart. */
function isFromAlexa({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && headers.signaturecertchainurl !== undefined
}

/**
 * Whether its answer has to follow others on their connection. Node does not say when that is gone, so it could not be
 * counted; no client of HTTP is to send anything after a POST so, and Alexa does not.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-9.3.2 (read 2026-11-25)
 */
function isPipelined({ socket }: ServerResponse): boolean {
  return socket === null
}
