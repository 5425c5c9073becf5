import { clients } from './clients.mjs'
import { situations, startEmulatorStage } from './emulator-stage.mjs'
import { faults } from './fault-list.mjs'
import { startFaultyApi } from './faulty-api.mjs'

/**
 * @import { Certificate } from '../lab/certificate.mjs'
 * @import { Stage } from './faulty-api.mjs'
 *
 * @typedef {object} Case
 * @property {string} client
 * @property {boolean} isOurs
 * @property {string} point
 * @property {string} fault
 * @property {boolean} kept whether the connections have been in use before
 * @property {boolean} once whether the fault occurs once per exchange of a turn, or every time
 * @property {(certificate: Certificate, once: boolean) => Promise<Stage>} start
 */

const [ours] = Object.keys(clients)

const scenes = [
  ...faults.map((fault) => ({
    point: fault.point,
    fault: fault.name,
    onlyKept: fault.onlyKept,
    start: (/** @type {Certificate} */ certificate, /** @type {boolean} */ once) =>
      startFaultyApi(certificate, fault, once),
  })),
  ...situations.map((name) => ({
    point: 'emulator',
    fault: name,
    onlyKept: false,
    start: (/** @type {unknown} */ _, /** @type {boolean} */ once) => startEmulatorStage(name, once),
  })),
]

/**
 * Lists all cases: each fault on new and kept connections, for each client. This library also plays faults that occur
 * once, because only it retries.
 *
 * @param {{ quick: boolean, wanted: string | undefined }} choice quick: every fault with this library, in one of the two ways
 * @returns {Case[]}
 */
export function listCases({ quick, wanted = '' }) {
  const chosen = scenes.filter(({ point, fault }) => `${point}: ${fault}`.includes(wanted))
  return (quick ? [ours] : Object.keys(clients)).flatMap((client = '') =>
    chosen.flatMap(({ onlyKept, ...scene }, index) => {
      const isOurs = client === ours
      const ways = [false, true].filter(
        (kept) => (kept || !onlyKept) && (!quick || kept === (onlyKept || index % 2 > 0)),
      )
      const how = isOurs && !quick ? [false, true] : [false]
      return ways.flatMap((kept) => how.map((once) => ({ client, isOurs, kept, once, ...scene })))
    }),
  )
}
