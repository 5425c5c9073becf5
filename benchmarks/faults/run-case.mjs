import { fork } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/**
 * @import { Stage } from './faulty-api.mjs'
 *
 * @typedef {{ ends: string[], tookMs: number }} Turn
 *
 * @typedef {object} Report
 * @property {Turn} [first] before the fault, if the case needs kept connections
 * @property {Turn} [faulty]
 * @property {Turn} [next] when the fault is over
 * @property {number} leakedTimers
 * @property {number} leakedSockets half a second after the faulty turn
 * @property {number} openAfterClose connections left when the client was closed
 * @property {number} unhandled rejections and exceptions
 * @property {boolean} exited whether the process ended by itself when there was nothing left to do
 */

const script = fileURLToPath(new URL('play-case.mjs', import.meta.url))
/** Three turns at Alexa's limit, and loading. */
const processLimitMs = 60_000
const exitLimitMs = 2000

/**
 * Runs one case in a separate process, which is killed at its time limit.
 *
 * @param {string} clientName
 * @param {Stage} stage
 * @param {boolean} warm
 * @param {string} certificateFile
 * @returns {Promise<Report>}
 */
export function runCase(clientName, stage, warm, certificateFile) {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificateFile }
  const child = fork(script, { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  /** @type {Report} */
  const report = { leakedTimers: 0, leakedSockets: 0, openAfterClose: 0, unhandled: 0, exited: false }
  const kill = () => child.kill('SIGKILL')
  let timer = setTimeout(kill, processLimitMs)
  let complaints = ''
  child.stderr?.on('data', (chunk) => {
    complaints += chunk
  })

  /** @type {Record<string, (message: any) => unknown>} */
  const steps = {
    started: () => ({
      clientName,
      origin: stage.origin,
      envelope: stage.envelope,
      warm,
      values: [1, 2, 3].map(stage.valuesIn),
    }),
    ready: () => stage.arm(),
    'faulty turn over': () => {
      report.leakedSockets = stage.stuck()
      return stage.heal()
    },
    async closed() {
      // A close takes a moment to arrive here.
      for (let waits = 0; waits < 20 && stage.open() > 0; waits += 1) await wait(50)
      report.openAfterClose = stage.open()
    },
    done({ step, ...told }) {
      Object.assign(report, told)
      clearTimeout(timer)
      timer = setTimeout(kill, exitLimitMs)
    },
  }
  child.on('message', async (/** @type {any} */ message) => {
    const answer = await steps[message.step]?.(message)
    if (message.step !== 'done' && child.connected) child.send(answer ?? {})
  })
  return new Promise((resolve, reject) => {
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      report.exited = code === 0 && signal === null
      if (report.faulty === undefined && complaints !== '') reject(new Error(`${clientName}: ${complaints}`))
      else resolve(report)
    })
  })
}
