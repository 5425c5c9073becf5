/**
 * A Nest server that gets half of the turns that it can serve, and more than it can serve: with the overload module, and without
 * its limit. Run it after a build: `pnpm bench overload`, with `--quick` for a few seconds of each.
 *
 * Skill, API and customers are a process each. Where `taskset` is there, the skill has a processor to itself and the others
 * share the next one, so that what it can serve does not depend on how many ask.
 */
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startEmulator } from '@alexa-profile/emulator'
import { build } from 'esbuild'
import { createCertificate } from '../lab/certificate.mjs'
import { envelopeFor } from '../lab/customer.mjs'
import { writeSection } from '../lab/docs-section.mjs'
import { markdownTable } from '../lab/markdown-table.mjs'

/** @import { ChildProcess } from 'node:child_process' */
/** @import { Answer } from './post-turn.mjs' */

const quick = process.argv.includes('--quick')
const seconds = quick ? 2.5 : 12
const capacitySeconds = quick ? 1.5 : 4
/** What Alexa waits for. */
const alexaLimitMs = 8000
/** What the API takes for a request. */
const serviceMs = 40
/** CPU time of a turn besides reading, such as the handler, a template or an object mapper. */
const workMs = 4
/** The share of its capacity that an overloaded server must serve. */
const leastShare = 0.8

const skillId = 'amzn1.ask.skill.table-talk'
const emulator = await startEmulator()
const { root, certificateChain, headersFor } = await emulator.signer()
await emulator.close()

const here = fileURLToPath(new URL('.', import.meta.url))
const bundle = `${here}nest-skill.built.mjs`
process.once('exit', () => rmSync(bundle, { force: true }))
await build({
  entryPoints: [`${here}nest-skill.ts`],
  outfile: bundle,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
})

const certificate = createCertificate()
const api = onProcessor(1, fork(`${here}api.mjs`))
api.send({ ...certificate, serviceMs })
const [{ port }] = await once(api, 'message')
const origin = `https://127.0.0.1:${port}`
const load = onProcessor(1, fork(`${here}load.mjs`))

/**
 * @param {number} processor
 * @param {ChildProcess} child
 */
function onProcessor(processor, child) {
  spawnSync('taskset', ['-acp', String(processor), String(child.pid)], { stdio: 'ignore' })
  return child
}

/** Signed now: a request is good for 150 s. */
function signedTurn() {
  const envelope = envelopeFor(origin)
  const application = { applicationId: skillId }
  const intent = { name: 'BookIntent', confirmationStatus: 'NONE', slots: {} }
  const body = JSON.stringify({
    ...envelope,
    session: { ...envelope.session, application },
    context: { System: { ...envelope.context.System, application } },
    request: { ...envelope.request, type: 'IntentRequest', timestamp: new Date().toISOString(), intent },
  })
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
  return { body, headers: { ...headers, ...headersFor(body) } }
}

/** @param {{ workMs: number, isLimited?: boolean }} options */
async function startSkill(options) {
  const skill = onProcessor(0, fork(bundle))
  skill.send({ origin, ca: certificate.cert, ...options, verification: { skillId, root, certificateChain } })
  const [{ url }] = await once(skill, 'message')
  /**
   * @param {{ customers: number, seconds: number } | { rate: number, seconds: number }} what
   * @returns {Promise<Answer[]>}
   */
  async function ask(what) {
    load.send({ url, ...signedTurn(), ...what })
    const [answers] = await once(load, 'message')
    return answers
  }
  /** Turns a second when 64 customers talk one turn after the other. */
  async function capacity() {
    const answers = await ask({ customers: 64, seconds: capacitySeconds })
    return Math.max(1, bookedASecond(answers, capacitySeconds))
  }
  await capacity()
  return { ask, capacity, stop: () => skill.kill() }
}

/**
 * @param {Answer[]} answers
 * @param {number} forSeconds in which they count
 */
function bookedASecond(answers, forSeconds) {
  const isInTime = (/** @type {Answer} */ { end, tookMs, endedAtMs }) =>
    end === 'booked' && tookMs <= alexaLimitMs && endedAtMs <= forSeconds * 1000
  return answers.filter(isInTime).length / forSeconds
}

/**
 * @param {number[]} values
 * @param {number} part
 */
function quantile(values, part) {
  return Math.round(values.sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0)
}

/** @type {Record<string, string | number>[]} */
const rows = []
/** @type {string[]} */
const broken = []

/**
 * @param {string} server
 * @param {Parameters<typeof startSkill>[0]} options
 * @param {{ times: number, share: number }[] | { times: number }[]} loads so many times what the server can serve, and
 *   how much of that it has to serve; without, nothing is promised
 */
async function measure(server, options, loads) {
  const { ask, capacity, stop } = await startSkill(options)
  let before = await capacity()
  for (const { times, share: least } of /** @type {{ times: number, share?: number }[]} */ (loads)) {
    const answers = await ask({ rate: before * times, seconds })
    await wait(1000)
    const [later] = await ask({ rate: 1, seconds: 1 })
    const after = await capacity()
    const canServe = (before + after) / 2
    const served = bookedASecond(answers, seconds)
    const share = served / Math.min(canServe, before * times)
    before = after

    const count = (/** @type {Answer['end']} */ how) => answers.filter(({ end }) => end === how).length
    const late = answers.filter(({ end, tookMs }) => tookMs > alexaLimitMs || end === 'none').length
    const [told, errors] = [count('try later'), count('error')]
    const times50And99 = (/** @type {Answer['end']} */ how) => {
      const values = answers.filter(({ end }) => end === how).map(({ tookMs }) => tookMs)
      return values.length === 0 ? '' : `${quantile(values, 0.5)} · ${quantile(values, 0.99)}`
    }
    rows.push({
      server,
      'capacity per second': Math.round(canServe),
      load: `${times} ×`,
      'served in time': Math.round(served),
      'share of the capacity': `${Math.round(share * 100)} %`,
      'told to try later': `${Math.round((told / answers.length) * 100)} %`,
      errors,
      'later than 8 s or never': `${((late / answers.length) * 100).toFixed(late > 0 ? 1 : 0)} %`,
      'served, p50 · p99, ms': times50And99('booked'),
      'told to try later, p50 · p99, ms': times50And99('try later'),
      'sent late, p99, ms': quantile(
        answers.map(({ sentLateMs }) => sentLateMs),
        0.99,
      ),
      'one second later': later?.end ?? 'none',
    })
    if (least === undefined) continue
    const at = `${server}, at ${times} times its capacity`
    if (late > 0) broken.push(`${at}: ${late} responses late or lost`)
    if (errors > 0) broken.push(`${at}: ${errors} errors`)
    if (share < least) broken.push(`${at}: ${Math.round(share * 100)} % served, at least ${least * 100} % required`)
    if (times < 1 && told > 0) broken.push(`${at}: ${told} rejected below capacity`)
    if (later?.end !== 'booked') broken.push(`${at}: not recovered one second later`)
  }
  stop()
}

await measure('with the overload module', { workMs }, [
  { times: 0.5, share: leastShare },
  { times: 1.5, share: leastShare },
  { times: 3, share: leastShare },
  { times: 10, share: 0 },
])
await measure('with it, turns only read', { workMs: 0 }, [{ times: 3, share: 0 }])
await measure('without the module', { workMs, isLimited: false }, [{ times: 3 }])
api.kill()
load.kill()

const table = markdownTable(rows)
console.log(`${table}\n`)
if (!quick) writeSection('overload', table)
for (const what of broken) console.log(`- ${what}`)
console.log(`overload: ${broken.length} promises of a Nest server broken`)
process.exit(broken.length === 0 ? 0 : 1)
