/** Customers in a separate process. They share only the machine with the skill. */
import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { postTurn } from './post-turn.mjs'

/** @import { Answer, Turn } from './post-turn.mjs' */

/**
 * @typedef {Turn & { customers: number, seconds: number }} Closed each customer talks when the last answer is there
 * @typedef {Turn & { rate: number, seconds: number }} Open so many turns a second, whether the last ones were answered or not
 */

const tickMs = 5
const agent = new http.Agent({
  keepAlive: true,
  maxSockets: Number.POSITIVE_INFINITY,
  maxFreeSockets: Number.POSITIVE_INFINITY,
})

process.on('message', async (/** @type {Closed | Open} */ load) => {
  process.send?.('rate' in load ? await open(load) : await closed(load))
})

/**
 * @param {Closed} load
 * @returns {Promise<Answer[]>}
 */
async function closed({ customers, seconds, ...turn }) {
  /** @type {Answer[]} */
  const answers = []
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: customers }, async () => {
      while (performance.now() - startedAt < seconds * 1000) {
        answers.push(await postTurn(turn, agent, performance.now(), startedAt))
      }
    }),
  )
  return answers
}

/**
 * A turn counts from when it was due, so that a process which comes late to send it does not hide what a customer waits.
 *
 * @param {Open} load
 * @returns {Promise<Answer[]>}
 */
async function open({ rate, seconds, ...turn }) {
  /** @type {Promise<Answer>[]} */
  const answers = []
  const startedAt = performance.now()
  while (answers.length < rate * seconds) {
    const due = ((performance.now() - startedAt) / 1000) * rate
    while (answers.length < Math.min(due, rate * seconds)) {
      answers.push(postTurn(turn, agent, startedAt + (answers.length / rate) * 1000, startedAt))
    }
    await wait(tickMs)
  }
  return Promise.all(answers)
}
