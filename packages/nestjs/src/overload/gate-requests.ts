import { AsyncResource } from 'node:async_hooks'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Logger } from '@nestjs/common'
import { noteArrival } from '../turn.js'
import type { BusyResponse } from './busy-response.js'
import type { Arrival, TurnGate } from './turn-gate.js'

const warnAgainMs = 60_000

/**
 * Sends Alexa's requests through a gate before Express, Fastify or Nest see them, so that a rejected turn costs almost
 * nothing. Other requests pass.
 */
export function gateRequests(server: Server, gate: TurnGate, respondBusy: BusyResponse): void {
  const logger = new Logger('AlexaProfileOverloadModule')
  let warnedAt = Number.NEGATIVE_INFINITY
  // The raw listeners, so that `once` listeners still run once.
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
      // In the async context in which this request was emitted, as traces expect, and not in that of the turn that
      // ended.
      begin: AsyncResource.bind(() => {
        request.once('end', come)
        handle(request, response)
      }),
      refuse() {
        warn()
        // A server that is closing waits for kept connections.
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

  /** Warns rarely, because a busy process must not write a thousand lines. */
  function warn(): void {
    const now = performance.now()
    if (now - warnedAt < warnAgainMs) return
    warnedAt = now
    logger.warn(
      'Overloaded: this process cannot answer every request in time. Some customers are told to try again later.',
    )
  }
}

/** Alexa's requests have this header, so they are recognized without reading them. Other senders may set it, too. */
function isFromAlexa({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && headers.signaturecertchainurl !== undefined
}

/**
 * Whether the response must wait for others on the same connection. Node does not report when such a request is gone,
 * so it cannot be counted. HTTP clients must not send another request after a POST this way, and Alexa does not.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-9.3.2 (read 2026-11-25)
 */
function isPipelined({ socket }: ServerResponse): boolean {
  return socket === null
}
