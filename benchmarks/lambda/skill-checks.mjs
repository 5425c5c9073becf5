import { setTimeout as wait } from 'node:timers/promises'
import { timeoutMs } from './stage.mjs'

/**
 * @import { Turn } from '@alexa-profile/emulator'
 * @import { Stage } from './stage.mjs'
 */

/** The delay of a turn on a busy machine. */
const slackMs = 1000
/** How long a kept connection may be silent before a new one is opened. */
const silenceMs = 1000
/** The emulator closes connections that are idle for five seconds. */
const emulatorsIdleMs = 5000

export const table = {
  date: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  time: '19:30',
  partySize: '4',
}

/**
 * The checks of each skill, which run in this order and in one process. A check returns milliseconds, or throws.
 *
 * @type {Record<string, (stage: Stage) => Promise<number>>}
 */
export const skillChecks = {
  async opens({ device }) {
    return expectTurn(await device.open(), { says: 'Welcome to Table Talk', withinMs: timeoutMs })
  },

  async 'reads, mails'({ device, emulator, mailbox }) {
    emulator.customer.grant('givenName', 'email')
    const turn = await device.intent('BookTableIntent', table)
    await mailbox.next()
    return expectTurn(turn, { says: 'Thank you, Ann. Your table', withinMs: timeoutMs })
  },

  async 'card for a 403'({ device }) {
    const turn = await device.intent('TextConfirmationIntent')
    const permissions = String(turn.card?.permissions)
    if (permissions !== 'alexa::profile:mobile_number:read') throw new Error(`the card asks for ${permissions}`)
    return expectTurn(turn, { withinMs: slackMs })
  },

  'frozen 2 s': (stage) => bookAfterFreeze(stage, 2000, () => undefined),

  'frozen 7 s, idle connections closed': (stage) => bookAfterFreeze(stage, emulatorsIdleMs + 2000, () => undefined),

  'frozen 2 s, connections reset': (stage) => bookAfterFreeze(stage, 2000, () => stage.proxy.breakAll('reset')),

  'frozen 2 s, connections forgotten': (stage) =>
    bookAfterFreeze(stage, 2000, () => stage.proxy.breakAll('silence'), silenceMs + slackMs),

  async '2 s left, silent API'({ device, emulator, setTimeLimit }) {
    emulator.situation('silent')
    setTimeLimit(2000)
    const turn = await device.intent('BookTableIntent', table)
    setTimeLimit(timeoutMs)
    emulator.clearSituations()
    return expectTurn(turn, { says: 'Please try again in a few minutes', withinMs: 2000 })
  },

  async 'the next turn'({ device }) {
    return expectTurn(await device.intent('BookTableIntent', table), { says: 'Thank you, Ann', withinMs: slackMs })
  },
}

/**
 * The function is frozen after its last response. The parameters say for how long, and what happens to its connections.
 *
 * @param {Stage} stage
 * @param {number} freezeMs
 * @param {() => unknown} happens
 * @param {number} withinMs
 */
async function bookAfterFreeze({ device, emulator }, freezeMs, happens, withinMs = slackMs) {
  // opens connections in any case
  expectTurn(await device.intent('BookTableIntent', table), { says: 'Thank you, Ann', withinMs: timeoutMs })
  await wait(freezeMs / 2)
  await happens()
  await wait(freezeMs / 2)
  const before = emulator.requests.length
  const turn = await device.intent('BookTableIntent', table)
  if (emulator.requests.length === before) throw new Error('nothing was read')
  return expectTurn(turn, { says: 'Thank you, Ann', withinMs })
}

/**
 * @param {Turn} turn
 * @param {{ says?: string, withinMs: number }} expected
 */
function expectTurn({ speech = '', violations, durationMs }, { says = '', withinMs }) {
  const [violation] = violations
  if (violation !== undefined) throw new Error(`${violation.rule}: ${violation.message}`)
  if (!speech.includes(says)) throw new Error(`it says "${speech}"`)
  if (durationMs > withinMs) throw new Error(`it took ${Math.round(durationMs)} ms`)
  return durationMs
}
