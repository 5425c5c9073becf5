import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmulator } from '@alexa-profile/emulator'
import { bundle } from '../rig/bundle.mjs'
import { startFunction } from './lambda-function.mjs'

/** @import { Runtime } from './runtimes.mjs' */

/** Most Alexa samples are like this: the handler from `lambda()` takes a callback. */
const skill = `
  import { SkillBuilders } from 'ask-sdk-core'
  const welcome = {
    canHandle: () => true,
    handle: ({ responseBuilder }) => responseBuilder.speak('Welcome.').getResponse(),
  }
  export const handler = SkillBuilders.custom().addRequestHandlers(welcome).lambda()`

/**
 * Runs a skill whose handler takes a callback on a runtime. Returns what the skill says, or why it does not run.
 *
 * @param {Runtime} runtime
 * @returns {Promise<string>}
 */
export async function runCallbackSkill(runtime) {
  const folder = mkdtempSync(join(tmpdir(), 'alexa-profile-lambda-'))
  const emulator = await startEmulator()
  try {
    const resolveDir = new URL('.', import.meta.url).pathname
    writeFileSync(join(folder, 'index.js'), await bundle({ contents: skill, resolveDir }))
    const running = await startFunction({ runtime, folder, handler: 'index.handler' })
    const turn = await emulator.device((/** @type {unknown} */ envelope) => running.invoke(envelope, 8000)).open()
    await running.stop()
    return turn.speech ?? turn.violations.map(({ message }) => message).join()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await emulator.close()
    rmSync(folder, { recursive: true })
  }
}
