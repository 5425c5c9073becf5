/**
 * A Nest server that gets half of the turns that it can serve, and more than it can serve: as the package comes, and without
 * its limit. Run it after a build: `pnpm overload`, with `--quick` for a few seconds of each.
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
const seconds = quick ? 3 : 12
/** What Alexa waits for. */
const alexaLimitMs = 8000
/** What the API takes for a request. */
const serviceMs = 40
/** What a server has to serve of what it can serve, while it is asked for up to three times that. */
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

/** @param {null | undefined} maxTurns null for no limit, undefined for the default */
async function startSkill(maxTurns) {
  const skill = onProcessor(0, fork(bundle))
  skill.send({ origin, ca: certificate.cert, maxTurns, verification: { skillId, root, certificateChain } })
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
    const forSeconds = quick ? 1.5 : 4
    const answers = await ask({ customers: 64, seconds: forSeconds })
    return (
      answers.filter(({ end, endedAtMs }) => end === 'booked' && endedAtMs <= forSeconds * 1000).length / forSeconds
    )
  }
  await capacity()
  return { ask, capacity, stop: () => skill.kill() }
}

/** @type {Record<string, string | number>[]} */
const rows = []
/** @type {string[]} */
const broken = []

/**
 * @param {Awaited<ReturnType<typeof startSkill>>} skill
 * @param {string} server
 * @param {number} times what the server can serve
 * @param {(broken: string) => void} [fail]
 */
async function measure({ ask, capacity }, server, times, fail) {
  const before = await capacity()
  const all = await ask({ rate: Math.max(1, before * times), seconds })
  await wait(1000)
  const [after] = await ask({ rate: 1, seconds: 1 })
  const atEase = (before + (await capacity())) / 2
  const count = (/** @type {(answer: Answer) => boolean} */ holds) => all.filter(holds).length
  const isBooked = (/** @type {Answer} */ { end, tookMs }) => end === 'booked' && tookMs <= alexaLimitMs
  const inTime = count((answer) => isBooked(answer) && answer.endedAtMs <= seconds * 1000) / seconds
  const late = count(({ end, tookMs }) => tookMs > alexaLimitMs || end === 'none')
  const told = count(({ end }) => end === 'try later')
  const errors = count(({ end }) => end === 'error')
  const share = inTime / Math.max(1, Math.min(atEase, before * times))
  const at = (/** @type {number[]} */ times, /** @type {number} */ part) =>
    Math.round(times.sort((a, b) => a - b)[Math.floor((times.length - 1) * part)] ?? 0)
  const timesOf = (/** @type {(answer: Answer) => boolean} */ holds) => all.filter(holds).map(({ tookMs }) => tookMs)
  const booked = timesOf(({ end }) => end === 'booked')
  const refused = timesOf(({ end }) => end === 'try later')
  rows.push({
    server,
    'can serve a second': Math.round(atEase),
    'is asked for': `${times} ×`,
    'serves in time': Math.round(inTime),
    'of what it could': `${Math.round(share * 100)} %`,
    'told to try later': `${Math.round((told / all.length) * 100)} %`,
    errors,
    'later than 8 s, or never': `${((late / all.length) * 100).toFixed(late > 0 ? 1 : 0)} %`,
    'served, p50 · p99, ms': `${at(booked, 0.5)} · ${at(booked, 0.99)}`,
    'told, p50 · p99, ms': refused.length === 0 ? '' : `${at(refused, 0.5)} · ${at(refused, 0.99)}`,
    'sent late, p99, ms': at(
      all.map(({ sentLateMs }) => sentLateMs),
      0.99,
    ),
    'a second later': after?.end ?? 'none',
  })
  if (late > 0) fail?.(`${late} answers late or lost at ${times} times the load`)
  if (errors > 0) fail?.(`${errors} errors at ${times} times the load`)
  if (times <= 3 && share < leastShare)
    fail?.(`only ${Math.round(share * 100)} % served in time at ${times} times the load`)
  if (times < 1 && told > 0) fail?.(`${told} turned away though there was room`)
  if (after?.end !== 'booked') fail?.(`not itself a second after ${times} times the load`)
}

const skill = await startSkill(undefined)
for (const times of [0.5, 1.5, 3, 10]) await measure(skill, 'as the package comes', times, (what) => broken.push(what))
skill.stop()
const unlimited = await startSkill(null)
await measure(unlimited, 'without a limit', 3)
unlimited.stop()
api.kill()
load.kill()

const table = markdownTable(rows)
console.log(`${table}\n`)
if (!quick) writeSection('overload', table)
console.log(
  `overload: ${broken.length} promises of a Nest server broken${broken.map((what) => `\n- ${what}`).join('')}`,
)
process.exit(broken.length === 0 ? 0 : 1)
