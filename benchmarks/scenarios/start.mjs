import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../rig/bundle.mjs'
import { median } from '../rig/statistics.mjs'

/** What is imported, bundled and minified as for a Lambda function. */
const modules = {
  // Re-exported, because esbuild removes an unused import of a Node module.
  'node:https alone': "export { request } from 'node:https'",
  '@alexa-profile/core': "export * from '@alexa-profile/core'",
  '@alexa-profile/ask-sdk': "export * from '@alexa-profile/ask-sdk'",
  'ask-sdk-core and its model': "export * from 'ask-sdk-core'; export { services } from 'ask-sdk-model'",
  'undici Pool': "export { Pool } from 'undici'",
}

/** Measures the milliseconds that an import takes in fresh processes, in alternating order. */
export async function measureStart(folder, runs) {
  const files = {}
  for (const [name, contents] of Object.entries(modules)) {
    files[name] = join(folder, `${Object.keys(files).length}.cjs`)
    writeFileSync(files[name], await bundle({ contents, resolveDir: import.meta.dirname }))
  }
  const times = Object.fromEntries(Object.keys(files).map((name) => [name, []]))
  for (let run = 0; run < runs; run += 1) {
    for (const [name, file] of Object.entries(files)) times[name].push(importMs(file))
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
}

function importMs(file) {
  const script = `const t = process.hrtime.bigint(); require(${JSON.stringify(file)}); process.stdout.write(String(Number(process.hrtime.bigint() - t) / 1e6))`
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }))
}
