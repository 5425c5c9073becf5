/**
 * Measures a turn through the emulator's device against a direct call of the skill, and the time of a thousand turns. Tests
 * that talk to the emulator should not be slow. Run it after a build: `pnpm bench emulator`.
 */
import { measureEmulator } from './scenarios/emulator.mjs'

/** Milliseconds. */
const [mostOverhead, mostInAll] = [5, 10_000]

const { turns, inAllMs, through, direct } = await measureEmulator(1000)
const overhead = through.p50 - direct.p50
console.table({ 'through the device': through, 'the skill called directly': direct })
console.log(
  `emulator: ${overhead.toFixed(2)} ms over a direct call (at most ${mostOverhead}), ${turns} turns in ${(inAllMs / 1000).toFixed(1)} s (at most ${mostInAll / 1000})`,
)
process.exitCode = overhead <= mostOverhead && inAllMs <= mostInAll ? 0 : 1
