import { bothKinds } from './rig/fields.mjs'
import { measureEmulator } from './scenarios/emulator.mjs'
import { measureLoad } from './scenarios/load.mjs'
import { measureSmall } from './scenarios/small.mjs'
import { measureStale } from './scenarios/stale.mjs'
import { measureStart } from './scenarios/start.mjs'
import { measureTurns, measureWarming } from './scenarios/turns.mjs'
import { measureGrowth, measureWork } from './scenarios/work.mjs'

const contestants = [
  'core',
  'ask-over-ours',
  'ask-sequential',
  'ask-parallel',
  'jovo-sequential',
  'jovo-parallel',
  'jovo3-sequential',
  'fetch',
  'undici',
  'https',
  'raw',
]

/** The parts of a full run, by name, in the order of the page. */
export const sections = {
  async turns(rig) {
    const byRtt = {}
    for (const rttMs of [50, 0, 20, 100]) {
      byRtt[rttMs] = await measureTurns(rig, contestants, {
        rttMs,
        sets: rttMs === 50 ? 3 : 1,
        rounds: 5,
        gapsS: [3, 6, 20],
      })
    }
    return byRtt
  },
  warming: (rig) => measureWarming(rig, { rttMs: 50, sets: 7 }),
  async fields(rig) {
    const names = ['core', 'ask-sequential', 'ask-parallel', 'jovo-sequential']
    const byCount = {}
    for (const fields of [
      ['email'],
      ['name', 'email', 'mobileNumber'],
      ['name', 'givenName', 'email', 'mobileNumber'],
    ]) {
      byCount[fields.length] = await measureTurns(rig, names, { rttMs: 50, sets: 3, rounds: 5, fields })
    }
    return byCount
  },
  both: (rig) =>
    measureTurns(rig, ['core', 'ask-over-ours', 'ask-sequential', 'ask-parallel'], {
      rttMs: 50,
      sets: 3,
      rounds: 7,
      gapsS: [6],
      fields: bothKinds,
    }),
  async region(rig) {
    await rig.far.ask('behave', { serviceMs: 40 })
    const contestants = ['core', 'ask-sequential', 'ask-parallel', 'jovo-sequential', 'fetch', 'undici', 'raw']
    const turns = await measureTurns(rig, contestants, { rttMs: 2, sets: 5, rounds: 7 })
    await rig.far.ask('behave', {})
    return turns
  },
  tls12: (rig) =>
    measureTurns(rig, ['core', 'ask-parallel', 'undici', 'https', 'raw'], {
      rttMs: 50,
      sets: 5,
      rounds: 3,
      place: 'old',
    }),
  skills: (rig) =>
    measureTurns(
      rig,
      ['skill-ask', 'skill-ask-ours', 'skill-jovo', 'skill-jovo-ours', 'skill-jovo3', 'skill-jovo3-ours'],
      { rttMs: 50, sets: 3, rounds: 7, gapsS: [6] },
    ),
  stale: (rig) =>
    measureStale(rig, ['core', 'ask-parallel', 'jovo-parallel', 'fetch', 'undici', 'https'], { rttMs: 50, tries: 20 }),
  work: (rig) =>
    measureWork(rig, ['core', 'ask-over-ours', 'ask-parallel', 'jovo-parallel', 'fetch', 'undici', 'https', 'raw'], {
      processes: 5,
      blocks: 24,
    }),
  growth: (rig) => measureGrowth(rig, ['core', 'ask-parallel'], 100_000),
  async load(rig) {
    const contestants = ['core', 'ask-parallel', 'jovo-parallel', 'fetch', 'undici', 'https']
    const rows = []
    for (const rttMs of [0, 20])
      rows.push(...(await measureLoad(rig, contestants, { rttMs, widths: [1, 16, 256], seconds: 6 })))
    return rows
  },
  small: (rig) => measureSmall(rig, { rttMs: 50, sets: 5, share: 0.07 }),
  start: (rig) => measureStart(rig.folder, 15),
  emulator: () => measureEmulator(1000),
}

export function quickly(rig) {
  const contestants = ['core', 'ask-sequential', 'ask-parallel', 'jovo-sequential', 'fetch', 'raw']
  return measureTurns(rig, contestants, { rttMs: 50, sets: 2, rounds: 5, gapsS: [6] })
}
