import { setTimeout as wait } from 'node:timers/promises'
import { fourFields } from '../rig/fields.mjs'
import { median } from '../rig/statistics.mjs'

/** Milliseconds between the turns of two contestants. */
const apartMs = 200

/**
 * Measures the first turn of a process, the turns right after it, and turns after pauses. The contestants alternate.
 */
export async function measureTurns(
  rig,
  contestants,
  { rttMs, sets, rounds, gapsS = [], place = 'far', fields = fourFields },
) {
  await rig.setRtt(rttMs)
  const times = Object.fromEntries(contestants.map((name) => [name, {}]))
  const running = []
  async function turnOf({ name, client }, moment) {
    const { ms, error } = await client.ask('turn', { fields })
    if (error) throw new Error(`${name}, ${moment}: ${error}`)
    if (moment !== undefined) times[name][moment] = [...(times[name][moment] ?? []), ms]
  }
  for (let set = 0; set < sets; set += 1) {
    const started = contestants.map((name) => ({ name, client: rig.startClient(name, place) }))
    await Promise.all(started.map(({ client }) => client.ask('importMs')))
    // Work after the start of a process must not fall into a contestant's first turn.
    await wait(300)
    for (const entry of started) await turnOf(entry, 'cold')
    running.push(...started)
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const entry of running) {
      await turnOf(entry)
      await turnOf(entry, 'warm')
    }
  }
  for (const gapS of gapsS) {
    // Each contestant has its own gap, one after another, so that turns do not overlap.
    const gaps = running.map(async (entry, index) => {
      await wait(index * apartMs)
      await turnOf(entry)
      await wait(gapS * 1000)
      await turnOf(entry, `after ${gapS} s`)
    })
    await Promise.all(gaps)
  }
  await Promise.all(running.map(({ client }) => client.stop()))
  return Object.fromEntries(
    Object.entries(times).map(([name, moments]) => [
      name,
      Object.fromEntries(Object.entries(moments).map(([moment, all]) => [moment, median(all)])),
    ]),
  )
}

/** Measures the first turn if connections were opened 300 ms before it. */
export async function measureWarming(rig, { rttMs, sets }) {
  await rig.setRtt(rttMs)
  const times = { 0: [], 1: [], 4: [] }
  for (let set = 0; set < sets; set += 1) {
    for (const connections of Object.keys(times).map(Number)) {
      const client = rig.startClient('core', 'far')
      await client.ask('importMs')
      await wait(200)
      if (connections > 0) await client.ask('warm', { connections })
      await wait(300)
      times[connections].push((await client.ask('turn', { fields: fourFields })).ms)
      await client.stop()
    }
  }
  return Object.fromEntries(Object.entries(times).map(([connections, all]) => [connections, median(all)]))
}
