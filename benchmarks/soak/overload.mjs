/**
 * A Nest server that gets three times the turns that it can serve: with the limit of turns that the package comes with,
 * and without. Run it after a build: `pnpm overload`, with `--quick` for a few seconds of it.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { createCertificate } from '../lab/certificate.mjs'
import { writeSection } from '../lab/docs-section.mjs'
import { markdownTable } from '../lab/markdown-table.mjs'
import { postTurn } from './post-turn.mjs'

/** @import { Answer } from './post-turn.mjs' */

const quick = process.argv.includes('--quick')
const seconds = quick ? 4 : 15
/** What Alexa waits for. */
const alexaLimitMs = 8000
const timesCapacity = 3
/** What the API takes for a request. */
const serviceMs = 40
const tickMs = 10

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
const api = fork(`${here}api.mjs`)
api.send({ ...certificate, serviceMs })
const [{ port }] = await once(api, 'message')
const origin = `https://127.0.0.1:${port}`

/** @param {null | undefined} maxTurns null for no limit, undefined for the default */
async function overload(maxTurns) {
  const skill = fork(bundle)
  skill.send({ origin, ca: certificate.cert, maxTurns })
  const [{ url }] = await once(skill, 'message')
  const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  const turn = () => postTurn(url, origin, agent)

  const capacity = await turnsPerSecond(turn)
  /** @type {Promise<Answer>[]} */
  const answers = []
  const startedAt = performance.now()
  while (performance.now() - startedAt < seconds * 1000) {
    const due = ((performance.now() - startedAt) / 1000) * capacity * timesCapacity
    while (answers.length < due) answers.push(turn())
    await wait(tickMs)
  }
  const all = await Promise.all(answers)
  await wait(1000)
  const after = await turn()
  agent.destroy()
  skill.kill()
  return { capacity, all, after }
}

/**
 * How many turns get served when 64 customers talk one turn after the other.
 *
 * @param {() => Promise<Answer>} turn
 */
async function turnsPerSecond(turn) {
  const forMs = quick ? 1500 : 4000
  const customers = (/** @type {() => Promise<unknown>} */ talk) => Promise.all(Array.from({ length: 64 }, talk))
  await customers(turn)
  const startedAt = performance.now()
  let count = 0
  await customers(async () => {
    while (performance.now() - startedAt < forMs) {
      await turn()
      count += 1
    }
  })
  return (count * 1000) / (performance.now() - startedAt)
}

const servers = { 'as the package comes': undefined, 'without a limit': null }
const rows = []
let late = 0
for (const [server, maxTurns] of Object.entries(servers)) {
  const { capacity, all, after } = await overload(maxTurns)
  const times = Float64Array.from(all.map(({ tookMs }) => tookMs)).sort()
  const at = (/** @type {number} */ share) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0)
  const count = (/** @type {(answer: Answer) => boolean} */ holds) => all.filter(holds).length
  const share = (/** @type {number} */ part) => `${((part / all.length) * 100).toFixed(0)} %`
  const lateHere = count(({ end, tookMs }) => tookMs > alexaLimitMs || end === 'none')
  if (maxTurns !== null) late = lateHere + Number(after.end !== 'booked')
  rows.push({
    server,
    'turns a second, at ease': Math.round(capacity),
    'then asked for': Math.round(all.length / seconds),
    'booked a second, in time': Math.round(
      count(({ end, tookMs }) => end === 'booked' && tookMs <= alexaLimitMs) / seconds,
    ),
    'told to try later': share(count(({ end, tookMs }) => end === 'try later' && tookMs <= alexaLimitMs)),
    errors: count(({ end }) => end === 'error'),
    'p50, ms': at(0.5),
    'p99, ms': at(0.99),
    'later than 8 s, or never': share(lateHere),
    'the turn a second later': after.end,
  })
}
api.kill()
const table = markdownTable(rows)
console.log(`${table}\n`)
if (!quick) writeSection('overload', table)
console.log(`overload: ${late} answers of a Nest server late or lost, at ${timesCapacity} times what it can serve`)
process.exit(late === 0 ? 0 : 1)
