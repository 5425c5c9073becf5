import type { Server } from 'node:http'
import { type BusyResponse, type BusyWords, createBusyResponse } from './busy-response.js'
import { gateRequests } from './gate-requests.js'
import { createTurnGate } from './turn-gate.js'

interface Limit {
  respondBusy: BusyResponse
}

/** One limit per server, because all its skills share one processor. */
const limits = new WeakMap<object, Limit>()

/**
 * Keeps an overloaded server responsive.
 *
 * @throws {ProfileError} `option-invalid`
 */
export function limitTurns(server: unknown, maxTurns: number | undefined, words: BusyWords): void {
  const gate = createTurnGate(maxTurns)
  // Without a server, as in an app with microservices only, there are no turns.
  if (!isServer(server)) return
  const known = limits.get(server)
  // Before a request is read, it is unknown which of several skills it is for.
  if (known !== undefined) known.respondBusy = createBusyResponse({})
  else {
    const limit = { respondBusy: createBusyResponse(words) }
    limits.set(server, limit)
    gateRequests(server, gate, (request, response) => limit.respondBusy(request, response))
  }
}

function isServer(value: unknown): value is Server {
  return typeof (value as Partial<Server> | undefined)?.removeAllListeners === 'function'
}
