/** @import { Report } from './run-case.mjs' */

/** The default deadline of a read, and the delay on a busy machine. */
const deadlineMs = 3000
const slackMs = 600

/**
 * Lists the promises that a case broke, in words.
 *
 * @param {Report} report
 * @returns {string[]}
 */
export function brokenPromises(report) {
  const { first, faulty, next, leakedTimers, leakedSockets, openAfterClose, unhandled, exited } = report
  const broken = []
  if (faulty === undefined || next === undefined) return ['the process was killed or crashed']
  if (first?.ends.some((end) => end !== 'value')) broken.push(`before the fault: ${first.ends}`)
  if (faulty.tookMs > deadlineMs + slackMs) broken.push(`took ${faulty.tookMs} ms`)
  for (const end of new Set(faulty.ends)) if (/hangs|throws|wrong/.test(end)) broken.push(end)
  if (next.ends.some((end) => end !== 'value')) broken.push(`the next turn: ${next.ends}`)
  if (next.tookMs > deadlineMs) broken.push(`the next turn took ${next.tookMs} ms`)
  if (leakedTimers > 0) broken.push(`${leakedTimers} timers left`)
  if (leakedSockets > 0) broken.push(`${leakedSockets} sockets left`)
  if (openAfterClose > 0) broken.push(`${openAfterClose} sockets open after close`)
  if (unhandled > 0) broken.push(`${unhandled} unhandled rejections`)
  if (!exited) broken.push('the process did not end by itself')
  return broken
}
