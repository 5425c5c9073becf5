import type { Server } from 'node:http'
import type { AlexaProfileModuleOptions } from '../alexa-profile-module-options.interface.js'
import { type BusyAnswer, createBusyAnswer } from './busy-answer.js'
import { gateRequests } from './gate-requests.js'
import { createTurnGate } from './turn-gate.js'

interface Limit {
  answerBusy: BusyAnswer
}

/** A server has one processor, whatever number of skills share it. */
const limits = new WeakMap<object, Limit>()

/**
 * Keeps a server in time that gets more turns than it can serve, unless `maxTurns` is `Infinity`.
 *
 * @throws {ProfileError} `option-invalid`
 */
export function limitTurns(server: unknown, { maxTurns, prompts, skillName }: AlexaProfileModuleOptions): void {
  const gate = maxTurns === Number.POSITIVE_INFINITY ? undefined : createTurnGate(maxTurns)
  // Where there is no server, as in an app of microservices alone, there are no turns.
  if (!isServer(server)) return
  const known = limits.get(server)
  // Which of several skills a customer wants is not known before their request is read.
  if (known !== undefined) known.answerBusy = createBusyAnswer({})
  else {
    const limit = { answerBusy: createBusyAnswer({ prompts, skillName }) }
    limits.set(server, limit)
    if (gate !== undefined) gateRequests(server, gate, (request, response) => limit.answerBusy(request, response))
  }
}

function isServer(value: unknown): value is Server {
  return typeof (value as Partial<Server> | undefined)?.removeAllListeners === 'function'
}
