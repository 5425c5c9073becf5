/**
 * Compares how fast two commits of core read. `pnpm bench compare main` compares the working tree with main, and
 * `pnpm bench compare v1.0.0 main` compares two commits. Each pair is two new processes, one per side, whose blocks of work
 * alternate. A side is faster or slower if the 95 % confidence interval of the pairs' ratio does not include 1. The exit code
 * is 1 if it is slower.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { fourFields } from './rig/fields.mjs'
import { startRig } from './rig/rig.mjs'
import { median, quantile } from './rig/statistics.mjs'

const pairs = 12
const blocks = 16
const root = fileURLToPath(new URL('..', import.meta.url))

const [base, head] = process.argv.slice(2)
if (base === undefined) throw new Error('Name the commit to compare with: pnpm bench compare main')

const sides = [build(base), head === undefined ? { core: join(root, 'packages/core'), remove() {} } : build(head)]
try {
  await compare(sides.map(({ core }) => core))
} finally {
  for (const { remove } of sides) remove()
}

/** Builds a commit's core in a separate folder. */
function build(commit) {
  const folder = mkdtempSync(join(tmpdir(), 'alexa-profile-compare-'))
  const run = (file, args, cwd) => execFileSync(file, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  run('git', ['worktree', 'add', '--detach', folder, commit], root)
  run(
    'npx',
    ['--yes', 'pnpm@10.34.9', 'install', '--frozen-lockfile', '--filter', '@alexa-profile/core...', '--filter', '.'],
    folder,
  )
  run('npx', ['--yes', 'pnpm@10.34.9', '--filter', '@alexa-profile/core', 'build'], folder)
  return {
    core: join(folder, 'packages/core'),
    remove() {
      run('git', ['worktree', 'remove', '--force', folder], root)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function compare(cores) {
  const rig = await startRig()
  const ratios = { 'CPU time for a field': [], 'memory for a field': [], 'warm turn, loopback': [] }
  for (let pair = 0; pair < pairs; pair += 1) {
    const sides = cores.map((core) => {
      const env = { ALEXA_PROFILE_CORE: pathToFileURL(join(core, 'dist/index.mjs')).href }
      const options = { env, execArgv: ['--min-semi-space-size=64', '--max-semi-space-size=64'] }
      return { client: rig.startClient('core', 'near', options), cpu: [], ms: [], bytes: [] }
    })
    for (const { client } of sides) await client.ask('cpu', { fields: fourFields, count: 3000 })
    for (let block = 0; block < blocks; block += 1) {
      // The sides alternate, so that neither side gains by going first.
      for (const side of (pair + block) % 2 === 0 ? sides : sides.toReversed()) {
        side.cpu.push(await side.client.ask('cpu', { fields: fourFields, count: 60 }))
        side.ms.push((await side.client.ask('turn', { fields: fourFields })).ms)
      }
    }
    for (const side of sides) side.bytes.push(await side.client.ask('allocation', { fields: fourFields, count: 60 }))
    const [before, after] = sides
    ratios['CPU time for a field'].push(quantile(after.cpu, 0.2) / quantile(before.cpu, 0.2))
    ratios['memory for a field'].push(after.bytes[0] / before.bytes[0])
    ratios['warm turn, loopback'].push(quantile(after.ms, 0.2) / quantile(before.ms, 0.2))
    await Promise.all(sides.map(({ client }) => client.stop()))
  }
  await rig.stop()

  const rows = Object.entries(ratios).map(([what, all]) => {
    const [low, high] = confidenceInterval(all)
    const verdict = low > 1 ? 'more' : high < 1 ? 'less' : 'no difference seen'
    return {
      what,
      'after / before': median(all).toFixed(3),
      '95 % interval': `${low.toFixed(3)} – ${high.toFixed(3)}`,
      verdict,
    }
  })
  console.table(rows)
  const [{ verdict }] = rows
  console.log(
    `compare: ${base} and ${head ?? 'the working tree'}: ${rows.map((row) => `${row.what} ${row['after / before']}`).join(', ')}`,
  )
  process.exitCode = verdict === 'more' ? 1 : 0
}

/** The confidence interval of the median, by bootstrapping from the pairs. */
function confidenceInterval(values) {
  const medians = Array.from({ length: 4000 }, () =>
    median(values.map(() => values[Math.floor(Math.random() * values.length)])),
  )
  return [quantile(medians, 0.025), quantile(medians, 0.975)]
}
