import { fourFields } from '../rig/fields.mjs'
import { median, quantile } from '../rig/statistics.mjs'

/**
 * Measures CPU time and memory for a field. Each contestant runs in several processes, as code is optimized differently
 * in each, and in short blocks that take turns. Of a process's blocks the best sixth counts, which other work on the
 * machine has disturbed least.
 */
export async function measureWork(rig, contestants, { processes, blocks, warmUp = 3000 }) {
  const cpu = Object.fromEntries(contestants.map((name) => [name, []]))
  const bytes = Object.fromEntries(contestants.map((name) => [name, []]))
  for (let process = 0; process < processes; process += 1) {
    const clients = contestants.map((name) => rig.startClient(name, 'near'))
    for (const client of clients) await client.ask('cpu', { fields: fourFields, count: warmUp })
    const measured = contestants.map(() => [])
    for (let block = 0; block < blocks; block += 1) {
      for (const [index, client] of clients.entries()) {
        measured[index].push(await client.ask('cpu', { fields: fourFields, count: 60 }))
      }
    }
    for (const [index, name] of contestants.entries()) cpu[name].push(quantile(measured[index], 0.16))
    await Promise.all(clients.map((client) => client.stop()))
  }
  for (const name of contestants) {
    const execArgv = ['--min-semi-space-size=64', '--max-semi-space-size=64']
    const client = rig.startClient(name, 'near', { execArgv })
    await client.ask('cpu', { fields: fourFields, count: 1000 })
    for (let block = 0; block < 3; block += 1) {
      bytes[name].push(await client.ask('allocation', { fields: fourFields, count: 60 }))
    }
    await client.stop()
  }
  return Object.fromEntries(
    contestants.map((name) => [name, { cpu: median(cpu[name]), spread: cpu[name], bytes: median(bytes[name]) }]),
  )
}

/** Measures the growth of the heap in bytes over 100,000 fields, twice, because the first time fills caches. */
export async function measureGrowth(rig, contestants, count) {
  const grown = {}
  for (const name of contestants) {
    const client = rig.startClient(name, 'near')
    await client.ask('growth', { fields: fourFields, count: count / 10 })
    grown[name] = await client.ask('growth', { fields: fourFields, count })
    await client.stop()
  }
  return grown
}
