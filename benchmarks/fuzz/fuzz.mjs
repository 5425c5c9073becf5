/**
 * Runs the fuzz tests of all packages with more cases than the test command, different ones each time. `pnpm fuzz` runs a
 * million, `pnpm fuzz --quick` as many as the test command. The seed is printed; to repeat a run, set `FUZZ_SEED`.
 */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeSection } from '../lab/docs-section.mjs'
import { markdownTable } from '../lab/markdown-table.mjs'

/**
 * @typedef {{ fullName: string, status: string, meta?: { cases?: number } }} Test
 * @typedef {{ name: string, startTime: number, endTime: number, assertionResults: Test[] }} File
 */

const quick = process.argv.includes('--quick')
const seed = process.env.FUZZ_SEED ?? String(randomInt(2 ** 31))
const factor = quick ? 1 : 45

const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
const report = join(folder, 'report.json')
const root = fileURLToPath(new URL('../..', import.meta.url))
const settings = ['--typecheck.enabled=false', '--testTimeout=3600000']
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
console.log(`FUZZ_SEED=${seed}`)
const { status } = spawnSync('node_modules/.bin/vitest', ['run', 'fuzz', ...settings, ...reporters], {
  cwd: root,
  env: { ...process.env, FUZZ_FACTOR: String(factor), FUZZ_SEED: seed },
  stdio: 'inherit',
})
/** @type {{ testResults: File[] }} */
const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
rmSync(folder, { recursive: true })

const casesOf = (/** @type {File} */ { assertionResults }) =>
  assertionResults.reduce((sum, { meta }) => sum + (meta?.cases ?? 0), 0)
const counted = testResults.filter((file) => casesOf(file) > 0)
const rows = counted.map((file) => ({
  what: `${file.name.split('/').at(file.name.split('/').indexOf('packages') + 1)}: ${basename(file.name, '.test.ts')}`,
  properties: file.assertionResults.length,
  cases: casesOf(file),
  broken: file.assertionResults.filter((test) => test.status !== 'passed').length,
}))
const cases = rows.reduce((sum, row) => sum + row.cases, 0)
const broken = rows.reduce((sum, row) => sum + row.broken, 0)
console.log(`\n${markdownTable(rows)}\n`)
if (!quick) writeSection('fuzz', `${markdownTable(rows)}\n\n${cases} cases in total, seed ${seed}.`)
console.log(`fuzz: ${cases} cases, ${broken} properties broken`)
process.exit(status ?? 1)
