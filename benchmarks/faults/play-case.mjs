/**
 * Plays one case in a separate process. It gets its task and reports the outcome over IPC. The runner switches the fault on
 * and off between the turns.
 */
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { fields } from '../lab/customer.mjs'
import { clients } from './clients.mjs'

/** How long Alexa waits for a skill. A later response is lost. */
const alexaLimitMs = 8000
/** The time in which work that a turn started should end. */
const settleMs = 500
/** Longer than the pause after which a kept connection may be lost. */
const pauseMs = 600

let unhandled = 0
process.on('unhandledRejection', () => {
  unhandled += 1
})
process.on('uncaughtException', () => {
  unhandled += 1
})

const [{ clientName, origin, envelope, warm, values }] = await tell({ step: 'started' })
const client = await startClient()

const first = warm ? await turn(values[0]) : undefined
if (warm) await wait(pauseMs)
await tell({ step: 'ready' })
const timersBefore = timers()
const faulty = await turn(values[1])
await wait(settleMs)
const leakedTimers = timers() - timersBefore
await tell({ step: 'faulty turn over' })
const next = await turn(values[2])
client.close()
await tell({ step: 'closed' })
process.send?.({ step: 'done', first, faulty, next, leakedTimers, unhandled })
process.disconnect()

/**
 * @param {object} message
 * @returns {Promise<any[]>} what the runner answers
 */
function tell(message) {
  process.send?.(message)
  return once(process, 'message')
}

async function startClient() {
  const start = clients[clientName]
  if (start === undefined) throw new Error(`Unknown client ${clientName}.`)
  return start(origin)
}

/**
 * Reads all fields, for as long as Alexa waits.
 *
 * @param {Record<string, unknown>} expected
 */
async function turn(expected) {
  const startedAt = performance.now()
  const reads = client.read(envelope)
  /** @type {Record<string, string>} */
  const ends = Object.fromEntries(fields.map((field) => [field, 'hangs']))
  const limit = new AbortController()
  const all = Promise.all(
    fields.map(async (field) => {
      ends[field] = describe(await reads[field], expected[field])
    }),
  )
  await Promise.race([all, wait(alexaLimitMs, undefined, { signal: limit.signal }).catch(() => {})])
  limit.abort()
  return { ends: Object.values(ends), tookMs: Math.round(performance.now() - startedAt) }
}

/**
 * @param {import('./clients.mjs').Outcome} outcome
 * @param {unknown} expected
 */
function describe(outcome, expected) {
  if ('status' in outcome) return outcome.status
  if ('error' in outcome) return `throws ${outcome.error}`
  if (isDeepStrictEqual(outcome.value, expected)) return 'value'
  return outcome.value === undefined || outcome.value === '' ? 'nothing' : 'wrong value'
}

function timers() {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
}
