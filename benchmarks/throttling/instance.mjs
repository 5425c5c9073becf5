import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)

/**
 * @typedef {typeof import('@alexa-profile/core')} Core
 * @typedef {ReturnType<typeof import('./virtual-time.mjs').createVirtualTime>} VirtualTime
 */

/**
 * Loads the published core for each instance, with a separate `globalThis`, as if each instance had its own process:
 * what core keeps once in a process, the retry budget among it, is the instance's. Time and `https` are handed in the
 * same way; everything between them is core's own code.
 */
export async function prepareInstances() {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from '@alexa-profile/core'",
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  })
  const code = outputFiles[0]?.text ?? ''
  const load = new Function('module', 'require', 'globalThis', 'Date', code)
  /**
   * @param {VirtualTime} time
   * @param {object} https
   * @returns {Core}
   */
  return (time, https) => {
    const module = { exports: {} }
    const requireHere = (/** @type {string} */ name) => (name === 'node:https' ? https : require(name))
    load(module, requireHere, time.globals(), time.Date)
    return /** @type {Core} */ (module.exports)
  }
}
