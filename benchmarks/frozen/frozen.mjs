/**
 * Freezes a skill's process between turns, as AWS Lambda does, while its kept connections are lost in several ways. The next
 * turn is waiting on a pipe when the process continues. Run it after a build: `pnpm bench frozen`, with `--quick` for
 * the shortest freeze only.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startBreakingProxy } from '../faults/breaking-proxy.mjs'
import { createCertificate } from '../lab/certificate.mjs'
import { concurrently } from '../lab/concurrently.mjs'
import { envelopeFor, fieldAt, fieldValue } from '../lab/customer.mjs'
import { writeSection } from '../lab/docs-section.mjs'
import { markdownTable } from '../lab/markdown-table.mjs'
import { answerOf, startProfileApi } from '../lab/profile-api.mjs'

/** How long a kept connection may be silent before a new one is opened. */
const silenceMs = 1000
/** The time for a new connection on loopback, on a busy machine. */
const slackMs = 600
const deadlineMs = 3000
/** Concurrent processes. Most of the time they are frozen. */
const atOnce = 6

const quick = process.argv.includes('--quick')
const freezesMs = quick ? [2000] : [2000, 7000, 60_000]
const certificate = createCertificate()
const skill = fileURLToPath(new URL('skill.mjs', import.meta.url))

/**
 * What happens to the connections while the process is frozen, and how long the next turn may take.
 *
 * @type {Record<string, { happens: (stage: Stage) => unknown, limitMs: number }>}
 */
const losses = {
  'nothing happens': { happens() {}, limitMs: slackMs },
  'the server closes them': {
    happens: ({ api }) => api.connections.forEach((socket) => void socket.end()),
    limitMs: slackMs,
  },
  'FIN without closing TLS': { happens: ({ proxy }) => proxy.breakAll('cut'), limitMs: slackMs },
  'the server resets them': { happens: ({ proxy }) => proxy.breakAll('reset'), limitMs: slackMs },
  'the network forgets them': { happens: ({ proxy }) => proxy.breakAll('silence'), limitMs: silenceMs + slackMs },
}

/**
 * @typedef {{ api: import('../lab/profile-api.mjs').ProfileApi, proxy: Awaited<ReturnType<typeof startBreakingProxy>> }} Stage
 */

async function startSkill() {
  let answering = true
  const api = await startProfileApi(certificate, (path, socket) => {
    const field = fieldAt(path)
    if (answering && field !== undefined) socket.write(answerOf(JSON.stringify(fieldValue(field, 1))))
  })
  const proxy = await startBreakingProxy(api.port, () => undefined)
  const child = fork(skill, { env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate.file } })
  const origin = `https://127.0.0.1:${proxy.port}`
  child.send({ allowedEndpoint: origin })

  async function turn() {
    child.send({ envelope: envelopeFor(origin) })
    const [{ ends }] = await once(child, 'message')
    return /** @type {string[]} */ (ends)
  }
  return {
    api,
    proxy,
    child,
    turn,
    /** @param {boolean} does */
    answer(does) {
      answering = does
    },
    stop() {
      child.kill('SIGKILL')
      proxy.stop()
      api.stop()
    },
  }
}

/**
 * Opens the connections that are lost later. On a busy machine, the first turn of a process may be too slow.
 *
 * @param {() => Promise<string[]>} turn
 */
async function warmUp(turn) {
  let ends = await turn()
  for (let tries = 0; tries < 5 && ends.some((end) => end !== 'available'); tries += 1) ends = await turn()
  return ends
}

/**
 * @param {string} name
 * @param {number} freezeMs
 */
async function freezeBetweenTurns(name, freezeMs) {
  const { happens, limitMs } = losses[name] ?? { happens() {}, limitMs: 0 }
  const stage = await startSkill()
  const first = await warmUp(stage.turn)
  stage.child.kill('SIGSTOP')
  await wait(freezeMs / 2)
  await happens(stage)
  await wait(freezeMs / 2)
  const next = stage.turn()
  const startedAt = performance.now()
  stage.child.kill('SIGCONT')
  const ends = await next
  const tookMs = performance.now() - startedAt
  const after = await stage.turn()
  stage.stop()
  return row(
    name,
    freezeMs,
    ends,
    tookMs,
    limitMs,
    [...first, ...ends, ...after].every((end) => end === 'available'),
  )
}

/** @param {number} freezeMs */
async function freezeInMidRead(freezeMs) {
  const stage = await startSkill()
  await warmUp(stage.turn)
  stage.answer(false)
  const reading = stage.turn()
  await wait(200)
  stage.child.kill('SIGSTOP')
  await wait(Math.max(freezeMs, deadlineMs + 500))
  const startedAt = performance.now()
  stage.child.kill('SIGCONT')
  const ends = await reading
  const tookMs = performance.now() - startedAt
  stage.answer(true)
  const after = await stage.turn()
  stage.stop()
  const isRight = ends.every((end) => end === 'timeout') && after.every((end) => end === 'available')
  return row('frozen during a read, past its deadline', freezeMs, ends, tookMs, slackMs, isRight)
}

/**
 * @param {string} what
 * @param {number} freezeMs
 * @param {string[]} ends
 * @param {number} tookMs
 * @param {number} limitMs
 * @param {boolean} isRight
 */
function row(what, freezeMs, ends, tookMs, limitMs, isRight) {
  return {
    'while frozen': what,
    'frozen for, s': freezeMs / 1000,
    'the waiting turn': [...new Set(ends)].join(', '),
    'took, ms': Math.round(tookMs),
    'limit, ms': limitMs,
    'within limit': isRight && tookMs <= limitMs ? 'yes' : 'no',
  }
}

const cases = freezesMs.flatMap((freezeMs) => [
  ...Object.keys(losses).map((name) => () => freezeBetweenTurns(name, freezeMs)),
  () => freezeInMidRead(freezeMs),
])
const rows = await concurrently(cases, atOnce, (play) => play())
const table = markdownTable(rows)
console.log(`${table}\n`)
if (!quick) writeSection('frozen', table)
const good = rows.filter((row) => row['within limit'] === 'yes').length
console.log(`frozen: ${good} of ${rows.length} turns after a freeze within their limit`)
process.exit(good === rows.length ? 0 : 1)
