import { enterNetwork } from './rig/enter-network.mjs'

const code = enterNetwork()
if (code !== undefined) process.exit(code)
const { startRig } = await import('./rig/rig.mjs')
const rig = await startRig()
const { measureTurns, measureWarming } = await import('./scenarios/turns.mjs')
console.time('turns')
console.table(
  await measureTurns(
    rig,
    ['core', 'ask-sequential', 'ask-parallel', 'jovo-sequential', 'jovo3-sequential', 'fetch', 'undici', 'raw'],
    { rttMs: 50, sets: 2, rounds: 5, gapsS: [6] },
  ),
)
console.timeEnd('turns')
console.table(await measureWarming(rig, { rttMs: 50, sets: 3 }))
await rig.stop()
