import { setTimeout as wait } from 'node:timers/promises'
import { fourFields } from '../rig/fields.mjs'
import { quantile } from '../rig/statistics.mjs'

/**
 * Measures turns after connections have ended unnoticed. `fin`, `reset`: the server closed them while the process was
 * frozen, and the next turn was waiting when it went on, as on AWS Lambda. `race`: they close as the request arrives.
 * `dark`: nothing comes back.
 */
export async function measureStale(rig, contestants, { rttMs, tries }) {
  await rig.setRtt(rttMs)
  const results = []
  for (const how of ['fin', 'reset', 'race', 'dark']) {
    const clients = contestants.map((name) => ({ name, client: rig.startClient(name, 'far'), times: [], failures: [] }))
    for (let round = 0; round < (how === 'dark' ? Math.min(tries, 3) : tries); round += 1) {
      await Promise.all(clients.map(({ client }) => client.ask('turn', { fields: fourFields })))
      if (how !== 'race') for (const { client } of clients) process.kill(client.pid, 'SIGSTOP')
      await wait(how === 'race' ? 100 : 700)
      await rig.far.ask('endConnections', { how })
      await wait(rttMs)
      const turns = clients.map(async (entry) => {
        const { ms, error } = await entry.client.ask('turn', { fields: fourFields })
        if (error) entry.failures.push(error)
        else entry.times.push(ms)
      })
      for (const [index, { client }] of clients.entries()) {
        if (how !== 'race') process.kill(client.pid, 'SIGCONT')
        if (how !== 'dark') await turns[index]
      }
      await Promise.all(turns)
      await rig.far.ask('behave', {})
    }
    for (const { name, client, times, failures } of clients) {
      results.push({
        how,
        name,
        failed: failures.length,
        of: failures.length + times.length,
        error: failures[0],
        p50: times.length ? quantile(times, 0.5) : undefined,
        worst: times.length ? Math.max(...times) : undefined,
      })
      await client.stop()
    }
  }
  return results
}
