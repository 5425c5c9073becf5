import { markdownTable } from '../lab/markdown-table.mjs'

/**
 * @import { Report } from './run-case.mjs'
 *
 * @typedef {{ client: string, point: string, fault: string, kept: boolean, once: boolean, report: Report }} Played
 */

/**
 * Creates a table with one row per client, with the number of cases for each outcome.
 *
 * @param {readonly Played[]} played
 */
export function summaryTable(played) {
  const names = [...new Set(played.map(({ client }) => client))]
  return markdownTable(
    names.map((client) => {
      const lasting = played.filter((one) => one.client === client && !one.once).map(({ report }) => report)
      const count = (/** @type {(report: Report) => boolean} */ holds) => lasting.filter(holds).length
      const ends = (/** @type {RegExp} */ wanted) =>
        count(({ faulty }) => !!faulty?.ends.some((end) => wanted.test(end)))
      return {
        client: `${client}`,
        cases: lasting.length,
        'hangs (8 s)': ends(/hangs/),
        'returns a wrong value': ends(/wrong/),
        throws: ends(/throws/),
        'leaves sockets': count(({ leakedSockets }) => leakedSockets > 0),
        'leaves timers': count(({ leakedTimers }) => leakedTimers > 0),
        'unhandled rejections': count(({ unhandled }) => unhandled > 0),
        'the next turn fails': count(({ next }) => next?.ends.some((end) => end !== 'value') ?? true),
        'slowest turn, ms': Math.max(...lasting.map(({ faulty }) => faulty?.tookMs ?? 0)),
      }
    }),
  )
}

/**
 * Creates a table with one row per fault and one column per client, with the outcome on new and on kept connections.
 *
 * @param {readonly Played[]} played
 */
export function faultTable(played) {
  const names = [...new Set(played.map(({ client }) => client))]
  const faults = [...new Set(played.map(({ point, fault }) => `${point}: ${fault}`))]
  const cell = (/** @type {readonly Played[]} */ cases) => {
    const ends = cases.toSorted((a, b) => Number(a.kept) - Number(b.kept)).map(({ report }) => endOf(report))
    return [...new Set(ends)].join(' · ')
  }
  return markdownTable(
    faults.map((fault) => {
      const cases = played.filter((one) => `${one.point}: ${one.fault}` === fault)
      const cells = names.map((name) => [name, cell(cases.filter((one) => one.client === name && !one.once))])
      return {
        fault,
        ...Object.fromEntries(cells),
        [`${names[0]}, one fault per field`]: cell(cases.filter((one) => one.client === names[0] && one.once)),
      }
    }),
  )
}

/** @param {Report} report */
function endOf({ faulty, unhandled }) {
  const ends = [...new Set(faulty?.ends ?? ['killed'])].sort()
  const seconds =
    faulty && faulty.tookMs >= 1000 && !ends.includes('hangs') ? `, ${(faulty.tookMs / 1000).toFixed(1)} s` : ''
  return `${ends.join(', ')}${seconds}${unhandled > 0 ? ', unhandled' : ''}`
}
