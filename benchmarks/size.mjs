/**
 * What each package adds to a Lambda function: bundled and minified, with core and all its languages in it, without the
 * framework that it is made for. Exact, so a package that outgrows its budget fails. Run it after a build: `pnpm bench size`.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { bundle } from './rig/bundle.mjs'

const budgets = JSON.parse(readFileSync(new URL('size-budget.json', import.meta.url), 'utf8'))

const rows = []
for (const [entry, budget] of Object.entries(budgets)) {
  const [, name, subpath] = /^@alexa-profile\/([^/]+)(\/.+)?$/.exec(entry)
  const folder = new URL(`../packages/${name}/`, import.meta.url)
  const { exports, peerDependencies = {} } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
  const { default: file } = exports[subpath ? `.${subpath}` : '.'].import
  const external = Object.keys(peerDependencies)
  const bytes = await bundle({
    contents: `export * from '${file}'`,
    resolveDir: fileURLToPath(folder),
    external,
    format: 'esm',
  })
  rows.push({ entry, min: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, budget })
}
console.table(rows)
if (process.argv.includes('--json')) console.log(JSON.stringify(rows))

const tooLarge = rows.filter(({ gzip, budget }) => gzip > budget)
for (const { entry, gzip, budget } of tooLarge) {
  console.error(`${entry} is ${gzip} bytes (gzip), over its budget of ${budget}: benchmarks/size-budget.json.`)
}
process.exitCode = tooLarge.length > 0 ? 1 : 0
