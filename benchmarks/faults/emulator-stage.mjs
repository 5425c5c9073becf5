import { situationNames, startEmulator } from '@alexa-profile/emulator'
import { fields } from '../lab/customer.mjs'

/**
 * @import { SituationName } from '@alexa-profile/emulator'
 * @import { Stage } from './faulty-api.mjs'
 */

/** All situations except the one that redirects clients to another host. */
export const situations = situationNames.filter((name) => name !== 'redirecting')

/**
 * Starts an emulator, which a case puts in a situation.
 *
 * @param {SituationName} situation
 * @param {boolean} once for a turn's four requests, or until healed
 * @returns {Promise<Stage>}
 */
export async function startEmulatorStage(situation, once) {
  const emulator = await startEmulator()
  emulator.customer.grant(...fields)
  return {
    origin: emulator.url,
    envelope: emulator.envelope(),
    valuesIn: () => ({ ...emulator.customer.data }),
    arm: () => emulator.situation(situation, once ? { requests: fields.length } : {}),
    stuck: () => 0,
    open: () => 0,
    heal: () => emulator.clearSituations(),
    stop: () => emulator.close(),
  }
}
