import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmulator } from '@alexa-profile/emulator'
import { quantile } from '../rig/statistics.mjs'
import { startFunction } from './lambda-function.mjs'

/**
 * @import { Runtime } from './runtimes.mjs'
 * @import { Starter } from './starters.mjs'
 *
 * @typedef {{ wall: number, cpu: number, answer: number }} Start milliseconds
 */

const rounds = 21
const withoutUs = fileURLToPath(new URL('without-us', import.meta.url))

/**
 * The same skill without this library: a copy of the starter, which its own build command bundles with next to nothing in the
 * place of our packages.
 *
 * @param {Starter} starter
 * @returns {string} the folder of the copy
 */
function copyWithoutUs({ name, root: original }) {
  const copy = mkdtempSync(join(tmpdir(), 'alexa-profile-without-'))
  for (const part of ['src', 'skill-package', 'esbuild.config.mjs', 'package.json']) {
    cpSync(join(original, part), join(copy, part), { recursive: true })
  }
  cpSync(withoutUs, join(copy, 'without-us'), { recursive: true })
  symlinkSync(join(original, 'node_modules'), join(copy, 'node_modules'))
  const paths = {
    '@alexa-profile/ask-sdk': ['./without-us/ask-sdk.mjs'],
    '@alexa-profile/jovo': ['./without-us/jovo.mjs'],
    '@alexa-profile/jovo/v3': ['./without-us/jovo-v3.mjs'],
    '@alexa-profile/core': ['./without-us/core.mjs'],
    '@alexa-profile/core/phone': ['./without-us/phone.mjs'],
  }
  const compilerOptions = { paths, experimentalDecorators: name === 'jovo' }
  writeFileSync(
    join(copy, 'tsconfig.json'),
    JSON.stringify({ extends: join(original, 'tsconfig.json'), compilerOptions }),
  )
  execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: copy, stdio: 'inherit' })
  return copy
}

/**
 * Measures the init phase, from the start of the process until it asks for an event, and the first response, which has
 * the same text. Runs with and without this library alternate.
 *
 * @param {Starter} starter
 * @param {Runtime} runtime
 */
export async function measureColdStarts(starter, runtime) {
  const copy = copyWithoutUs(starter)
  const emulator = await startEmulator()
  const sides = { without: join(copy, 'dist'), with: starter.folder }

  /** @param {string} folder */
  async function start(folder) {
    const environment = { ALEXA_PROFILE_ENDPOINT: emulator.url } // what it opens ahead
    const skill = await startFunction({ runtime, folder, handler: starter.handler, environment })
    const startedAt = performance.now()
    const { response } = await skill.invoke(emulator.envelope(), 8000)
    const answerMs = performance.now() - startedAt
    await skill.stop()
    if (!JSON.stringify(response).includes('Welcome to Table Talk')) throw new Error(`${folder} does not say welcome.`)
    return { wall: skill.initMs, cpu: skill.initCpuMs, answer: answerMs }
  }

  /** @type {{ without: Start, with: Start }[]} */
  const pairs = []
  for (let round = 0; round < rounds; round += 1) {
    const isTurned = round % 2 === 1
    const first = await start(isTurned ? sides.with : sides.without)
    const second = await start(isTurned ? sides.without : sides.with)
    pairs.push(isTurned ? { with: first, without: second } : { with: second, without: first })
  }
  const kilobytes = (/** @type {string} */ folder) => Math.round(statSync(join(folder, 'index.mjs')).size / 1000)
  const bundles = `${kilobytes(sides.without)} → ${kilobytes(sides.with)}`
  await emulator.close()
  rmSync(copy, { recursive: true })

  /** @param {'wall' | 'cpu' | 'answer'} what */
  function both(what) {
    const medians = [pairs.map(({ without }) => without[what]), pairs.map((pair) => pair.with[what])]
    return medians.map((values) => quantile(values, 0.5).toFixed(0)).join(' → ')
  }
  const added = pairs.map((pair) => pair.with.cpu - pair.without.cpu)
  const [low, middle, high] = [0.25, 0.5, 0.75].map((q) => quantile(added, q).toFixed(0))
  return {
    'without → with': `${starter.name}, ${runtime.name}`,
    'bundle, kB': bundles,
    'init, ms': both('wall'),
    'CPU of init, ms': both('cpu'),
    'added CPU, ms': `${middle} (half of the pairs: ${low} to ${high})`,
    'first response, ms': both('answer'),
  }
}
