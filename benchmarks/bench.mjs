/**
 * Reads four profile fields with this library and with other clients, from a server behind a link with a real delay. Writes
 * docs/performance.md and its charts. Run it after a build: `pnpm bench`, `pnpm bench --quick` for the main results in less
 * than a minute, or `pnpm bench --only load,work` to measure some sections again. On Linux with a C compiler and permission
 * to create network namespaces, a link delays the packets. Otherwise a proxy does.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { writePage } from './report/page.mjs'
import { enterNetwork } from './rig/enter-network.mjs'
import { startRig } from './rig/rig.mjs'
import { quickly, sections } from './sections.mjs'

const { values: options } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } })

const exitCode = enterNetwork()
if (exitCode !== undefined) process.exit(exitCode)

const rig = await startRig()
if (!rig.hasLink)
  console.log('Network namespaces are not available here. A proxy delays bytes instead of a link that delays packets.')
if (options.quick) await showHeadline()
else await measureAll(options.only?.split(',') ?? Object.keys(sections))
await rig.stop()

async function showHeadline() {
  const turns = await quickly(rig)
  const ms = (value) => Math.round(value)
  console.table(
    Object.entries(turns).map(([name, moments]) => ({
      name,
      'first turn, ms': ms(moments.cold),
      'next turn, ms': ms(moments.warm),
      'after 6 s of silence, ms': ms(moments['after 6 s']),
    })),
  )
  const [ours, theirs] = [turns.core['after 6 s'], turns['ask-sequential']['after 6 s']]
  console.log(
    `bench: four fields after 6 s of silence, round trip 50 ms: ${ms(theirs)} ms with ask-sdk's samples, ${ms(ours)} ms with alexa-profile, ${(theirs / ours).toFixed(1)} times as fast`,
  )
}

async function measureAll(names) {
  const file = new URL('results.json', import.meta.url)
  const results =
    names.length === Object.keys(sections).length || !existsSync(file) ? {} : JSON.parse(readFileSync(file, 'utf8'))
  for (const name of names) {
    const startedAt = performance.now()
    results[name] = await sections[name](rig)
    // Written after each section, so that a run that is stopped keeps its results.
    writeFileSync(file, `${JSON.stringify(results, rounded, 2)}\n`)
    console.log(`${name}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  }
  const goals = writePage(results)
  console.table(goals)
  console.log(`bench: ${goals.filter(({ met }) => met === 'yes').length} of ${goals.length} goals met`)
}

function rounded(_, value) {
  return typeof value === 'number' ? Number(value.toPrecision(5)) : value
}
