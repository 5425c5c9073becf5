/**
 * What core costs a Lambda function: its size bundled and minified, and the time to import it beside the time to import
 * `node:https` alone, each in fresh processes that take turns. Run it after a build: `pnpm bench:size`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const runs = 31
/** All languages included. */
const gzipBudgetBytes = 24_000

const folder = mkdtempSync(join(tmpdir(), 'core-size-'))
const here = fileURLToPath(new URL('.', import.meta.url))

async function bundle(name, contents) {
  const outfile = join(folder, `${name}.cjs`)
  await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile,
    logLevel: 'error',
  })
  return outfile
}

/** Milliseconds that `require` takes in a process of its own. */
function importMs(file) {
  const script = `const t = process.hrtime.bigint(); require(${JSON.stringify(file)}); process.stdout.write(String(Number(process.hrtime.bigint() - t) / 1e6))`
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }))
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

const core = await bundle('core', "export * from '@alexa-profile/core'")
const askSdk = await bundle('ask-sdk', "export * from '@alexa-profile/ask-sdk'")
const https = join(folder, 'https.cjs')
writeFileSync(https, "require('node:https')")

const times = { https: [], core: [], askSdk: [] }
for (let run = 0; run < runs; run += 1) {
  times.https.push(importMs(https))
  times.core.push(importMs(core))
  times.askSdk.push(importMs(askSdk))
}

const baseMs = median(times.https)
const row = (name, file, measured) => {
  const bytes = readFileSync(file)
  const ms = median(measured)
  return {
    what: name,
    'min, bytes': bytes.length,
    'min + gzip, bytes': gzipSync(bytes, { level: 9 }).length,
    'import, ms': ms.toFixed(1),
    'over node:https, ms': (ms - baseMs).toFixed(1),
  }
}
const rows = [
  row('node:https alone', https, times.https),
  row('@alexa-profile/core', core, times.core),
  row('@alexa-profile/ask-sdk', askSdk, times.askSdk),
]
rmSync(folder, { recursive: true })

console.table(rows)
const gzipBytes = rows[1]['min + gzip, bytes']
console.log(
  `core: ${gzipBytes} of ${gzipBudgetBytes} bytes (min + gzip), ${rows[1]['over node:https, ms']} ms over node:https`,
)
if (gzipBytes > gzipBudgetBytes) process.exitCode = 1
