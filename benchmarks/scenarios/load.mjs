import { fourFields } from '../rig/fields.mjs'
import { quantile } from '../rig/statistics.mjs'

/** Measures many turns at once, as on a server: turns per second, the slowest times, and the number of connections. */
export async function measureLoad(rig, contestants, { rttMs, widths, seconds }) {
  await rig.setRtt(rttMs)
  const [place, server] = rttMs === 0 ? ['near', rig.near] : ['far', rig.far]
  const rows = []
  for (const width of widths) {
    for (const name of contestants) {
      const client = rig.startClient(name, place)
      await client.ask('load', { fields: fourFields, count: 20 * width, width })
      await server.ask('accepted')
      const { times, failures, turns, elapsed } = await client.ask('load', { fields: fourFields, seconds, width })
      rows.push({
        name,
        rttMs,
        width,
        perSecond: turns / elapsed,
        p50: quantile(times, 0.5),
        p99: quantile(times, 0.99),
        failures,
        open: await server.ask('open'),
        opened: await server.ask('accepted'),
      })
      await client.stop()
    }
  }
  return rows
}
