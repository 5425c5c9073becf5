/**
 * What retries do to an API that can serve only half of what is asked of it: 1,000 skill instances with core's own code, in
 * virtual time. Run it after a build: `pnpm bench throttling`, with `--quick` for fewer instances.
 */
import { envelopeFor, fields } from '../lab/customer.mjs'
import { writeSection } from '../lab/docs-section.mjs'
import { markdownTable } from '../lab/markdown-table.mjs'
import { prepareInstances } from './instance.mjs'
import { createThrottledApi } from './throttled-api.mjs'
import { createVirtualTime } from './virtual-time.mjs'

/** @import { Core } from './instance.mjs' */

const quick = process.argv.includes('--quick')
const instances = quick ? 100 : 1000
/** A customer's turn at each instance, on average, so four reads. */
const turnEveryMs = 8000
const readsPerSecond = (instances * fields.length * 1000) / turnEveryMs

const phases = { overload: 60, steady: 120, recovery: 240, end: 300 }
const capacityAt = (/** @type {number} */ nowMs) => {
  const second = nowMs / 1000
  const isOverloaded = second >= phases.overload && second < phases.recovery
  return readsPerSecond * (isOverloaded ? 0.5 : 1.2)
}

const envelope = envelopeFor('https://api.amazonalexa.com')
const load = await prepareInstances()

/**
 * @typedef {object} Policy
 * @property {number} [maxRetries] core's option
 * @property {number} [again] how often the skill itself reads again what it did not get, at once
 * @property {boolean} [alwaysCold] whether each turn is the first one of its process
 */

/** @param {Policy} policy */
async function run({ maxRetries, again = 0, alwaysCold = false }) {
  const time = createVirtualTime()
  const api = createThrottledApi(time, capacityAt)
  /** @type {{ reads: number, values: number }[]} by the second in which the turn began */
  const seconds = Array.from({ length: phases.end }, () => ({ reads: 0, values: 0 }))
  const random = pseudoRandom(7)

  const start = () => load(time, api.https).createProfileClient(maxRetries === undefined ? {} : { maxRetries })

  /** @param {ReturnType<Core['createProfileClient']>} client */
  async function turn(client) {
    const second = seconds[Math.floor(time.now() / 1000)] ?? { reads: 0, values: 0 }
    second.reads += fields.length
    let missing = fields
    for (let tries = 0; tries <= again && missing.length > 0; tries += 1) {
      const results = await client.forRequest(envelope).read(missing)
      missing = missing.filter((field) => results[field].status !== 'available')
    }
    second.values += fields.length - missing.length
  }

  /** @param {ReturnType<Core['createProfileClient']>} client */
  function live(client) {
    time.setTimeout(
      () => {
        void turn(alwaysCold ? start() : client)
        live(client)
      },
      -Math.log(1 - random()) * turnEveryMs,
    )
  }
  for (let index = 0; index < instances; index += 1) live(start())
  await time.passUntil(phases.end * 1000)
  return { seconds, requestsIn: api.requestsIn }
}

/** The same turns at the same times in every run. @param {number} seed */
function pseudoRandom(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * @typedef {Awaited<ReturnType<typeof run>>} Outcome
 *
 * @param {Outcome} outcome
 * @param {Outcome} plain the same turns without retries
 */
function figures({ seconds, requestsIn }, plain) {
  const sum = (/** @type {readonly number[]} */ list, /** @type {number} */ from, /** @type {number} */ to) =>
    list.slice(from, to).reduce((total, count) => total + count, 0)
  const { overload, steady, recovery } = phases
  const added = (/** @type {number} */ from, /** @type {number} */ to) =>
    sum(requestsIn, from, to) - sum(plain.requestsIn, from, to)
  const values = sum(
    seconds.map((second) => second.values),
    steady,
    recovery,
  )
  const reads = sum(
    seconds.map((second) => second.reads),
    steady,
    recovery,
  )
  return {
    addedSteady: added(steady, recovery) / sum(plain.requestsIn, steady, recovery),
    addedFirst: added(overload, steady),
    succeeded: values / reads,
    ofCapacity: values / (readsPerSecond * 0.5 * (recovery - steady)),
    recoverySeconds: seconds.slice(recovery).findIndex((second) => second.values >= second.reads * 0.99),
  }
}

/** @type {Record<string, Policy>} */
const policies = {
  'no retries': { maxRetries: 0 },
  'three immediate retries': { maxRetries: 0, again: 3 },
  'alexa-profile': {},
  'alexa-profile, each turn in a new process': { alwaysCold: true },
}
const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(1)} %`
const rows = []
const plain = await run({ maxRetries: 0 })
let ours = Number.NaN
for (const [name, policy] of Object.entries(policies)) {
  const { addedSteady, addedFirst, succeeded, ofCapacity, recoverySeconds } = figures(await run(policy), plain)
  if (name === 'alexa-profile') ours = addedSteady
  rows.push({
    skills: name,
    'added load, steady': percent(addedSteady),
    'added requests per instance, first minute': (addedFirst / instances).toFixed(1),
    'reads that got a value': percent(succeeded),
    'share of the capacity': percent(ofCapacity),
    'recovered after, s': recoverySeconds,
  })
}
const table = markdownTable(rows)
console.log(`${table}\n`)
if (!quick) writeSection('throttling', table)
console.log(`throttling: ${percent(ours)} load added by retries in steady state, of 10 % allowed`)
process.exit(ours <= 0.1 ? 0 : 1)
