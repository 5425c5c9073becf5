import { median } from '../rig/statistics.mjs'
import { table } from './skill-checks.mjs'
import { startStage } from './stage.mjs'

/**
 * @import { Runtime } from './runtimes.mjs'
 * @import { Starter } from './starters.mjs'
 */

const rounds = 15
const rttMs = 50

/** A starter opens connections while it loads where Lambda starts it on demand, and leaves it where it is started ahead. */
const startedAs = { 'opened during the turn': 'provisioned-concurrency', 'opened while loading': 'on-demand' }

/**
 * Measures the first turn of a function that reads a profile, with and without connections that were opened while it
 * loaded.
 *
 * @param {Starter} starter
 * @param {Runtime} runtime
 */
export async function measureFirstReadings(starter, runtime) {
  /** @param {string} type */
  async function firstReading(type) {
    const environment = { AWS_LAMBDA_INITIALIZATION_TYPE: type }
    const stage = await startStage({ starter, runtime, environment, rttMs })
    stage.emulator.customer.grantAll()
    await stage.device.open()
    const { speech = '', durationMs } = await stage.device.intent('BookTableIntent', table)
    await stage.stop()
    if (!speech.includes('Thank you, Ann')) throw new Error(`${starter.name} says "${speech}"`)
    return durationMs
  }

  /** @type {Record<string, number[]>} */
  const measured = {}
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, type] of Object.entries(startedAs)) {
      measured[name] = [...(measured[name] ?? []), await firstReading(type)]
    }
  }
  const medians = Object.entries(measured).map(([name, times]) => [`${name}, ms`, median(times).toFixed(0)])
  return { 'first turn that reads': `${starter.name}, ${runtime.name}`, ...Object.fromEntries(medians) }
}
