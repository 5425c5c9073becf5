import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fourFields } from '../rig/fields.mjs'
import { median } from '../rig/statistics.mjs'

const controller = '/sys/fs/cgroup/cpu'

/**
 * Measures the first turn on a small Lambda function: the process starts at full speed, as in Lambda's init phase, and
 * then has 7 % of a CPU, as with 128 MB. Returns `undefined` if no CPU controller (cgroup v1) is available.
 */
export async function measureSmall(rig, { rttMs, sets, share }) {
  if (process.getuid?.() !== 0 || !existsSync(`${controller}/cpu.cfs_quota_us`)) return undefined
  await rig.setRtt(rttMs)
  const group = `${controller}/alexa-profile-bench`
  mkdirSync(group, { recursive: true })
  writeFileSync(`${group}/cpu.cfs_period_us`, '20000')
  writeFileSync(`${group}/cpu.cfs_quota_us`, String(Math.round(20_000 * share)))
  const times = { core: [], warm: [], 'ask-parallel': [], 'jovo-parallel': [], fetch: [] }
  for (let set = 0; set < sets; set += 1) {
    for (const name of Object.keys(times)) {
      const client = rig.startClient(name === 'warm' ? 'core' : name, 'far')
      await client.ask('importMs')
      await wait(300)
      if (name === 'warm') await client.ask('warm', { connections: 4 })
      await wait(300)
      writeFileSync(`${group}/cgroup.procs`, String(client.pid))
      times[name].push((await client.ask('turn', { fields: fourFields })).ms)
      writeFileSync(`${controller}/cgroup.procs`, String(client.pid))
      await client.stop()
    }
  }
  rmdirSync(group)
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
}
