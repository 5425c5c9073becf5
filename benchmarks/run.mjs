/**
 * `pnpm bench NAME …` runs one of these, `pnpm bench` without a name what docs/performance.md is written from. Run it after a build.
 */
import { fileURLToPath } from 'node:url'

const programs = {
  compare: './compare.mjs',
  emulator: './emulator.mjs',
  frozen: './frozen/frozen.mjs',
  jovo: './jovo-cold-start.mjs',
  lambda: './lambda/lambda.mjs',
  overload: './soak/overload.mjs',
  size: './size.mjs',
  soak: './soak/soak.mjs',
  throttling: './throttling/throttling.mjs',
  utterances: './utterances/utterances.mjs',
  verifier: './request-verifier.mjs',
  waits: './waits/waits.mjs',
}

const [name, ...options] = process.argv.slice(2)
const isNamed = name !== undefined && !name.startsWith('-')
if (isNamed && !Object.hasOwn(programs, name)) {
  throw new Error(`Unknown benchmark "${name}". Known benchmarks: ${Object.keys(programs).join(', ')}`)
}
const program = new URL(isNamed ? programs[name] : './bench.mjs', import.meta.url)
// A program sees the arguments that it would get if it were started itself, which some do again in another network.
process.argv.splice(1, process.argv.length, fileURLToPath(program), ...(isNamed ? options : process.argv.slice(2)))
await import(program.href)
