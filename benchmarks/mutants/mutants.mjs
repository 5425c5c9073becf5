/**
 * Finds code whose change no test notices: StrykerJS changes one operator, condition, string or block at a time ("a mutant") and runs the
 * tests that reach it. Prints the mutants that survive and that equivalent.json does not list. Run it after a build: `pnpm mutants`,
 * `pnpm mutants core`, or `pnpm mutants packages/core/src/read/retry.ts`. Works on a copy in the system's temporary folder.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stryker } from '@stryker-mutator/core'
import { describeMutant, isListed, unusedEntries } from './equivalent-mutants.mjs'

/** @import { MutantResult } from '@stryker-mutator/api/core' */

const packages = ['core', 'ask-sdk', 'request-verifier']

/** The words of each language: data, which `prompts-sentences.test.ts` holds against whole sentences. */
const words = 'packages/core/src/ask/prompts/??.ts'

// Code that takes the server's time zone for UTC behaves alike in UTC.
process.env.TZ = 'Asia/Kathmandu'

/** Long enough for a busy machine. A mutant that takes longer counts as detected. */
const timeoutMS = 20_000

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !packages.some((folder) => name === folder || name.startsWith(sourcesOf(folder))))
if (unknown !== undefined) {
  process.stderr.write(`Cannot mutate ${unknown}. Name a package (${packages.join(', ')}) or a file of its src.\n`)
  process.exit(2)
}

/** @param {string} folder */
function sourcesOf(folder) {
  return `packages/${folder}/src/`
}

/** @param {string} folder */
function filesToMutate(folder) {
  if (wanted.length === 0 || wanted.includes(folder)) return [`${sourcesOf(folder)}**/*.ts`]
  return wanted.filter((name) => name.startsWith(sourcesOf(folder)))
}

/**
 * @param {string} folder
 * @param {readonly string[]} files
 */
async function mutate(folder, files) {
  // The processes that run the tests read it: vitest.config.ts.
  process.env.MUTATED_PACKAGE = folder
  const tempDirName = mkdtempSync(join(tmpdir(), 'alexa-profile-mutants-'))
  try {
    return await new Stryker({
      mutate: [...files, `!${words}`],
      testRunner: 'vitest',
      vitest: { configFile: 'benchmarks/mutants/vitest.config.ts', related: false },
      plugins: ['./ignored-mutants.mjs', '@stryker-mutator/vitest-runner'].map((name) =>
        fileURLToPath(import.meta.resolve(name)),
      ),
      ignorers: ['words-errors-catches'],
      coverageAnalysis: 'perTest',
      concurrency: 1,
      timeoutMS,
      reporters: ['progress-append-only'],
      ignorePatterns: ['apps'],
      disableTypeChecks: false,
      tempDirName,
      cleanTempDir: 'always',
    }).runMutationTest()
  } finally {
    rmSync(tempDirName, { recursive: true, force: true })
  }
}

const detectedStatuses = ['Killed', 'Timeout']
const undetectedStatuses = ['Survived', 'NoCoverage']

/** @type {MutantResult[]} */
const results = []
for (const folder of packages) {
  const files = filesToMutate(folder)
  if (files.length > 0) results.push(...(await mutate(folder, files)))
}
const tried = results
  .filter(({ status }) => [...detectedStatuses, ...undetectedStatuses].includes(status))
  .map((result) => ({
    ...describeMutant({ ...result, fileName: relative(process.cwd(), result.fileName) }),
    isDetected: detectedStatuses.includes(result.status),
  }))
const survivors = tried.filter((mutant) => !mutant.isDetected && !isListed(mutant))
const unused = unusedEntries(tried)

console.log('\ndetected  listed  survived  score  file')
for (const name of [...new Set(tried.map(({ file }) => file)), 'all']) {
  const mutants = tried.filter(({ file }) => file === name || name === 'all')
  const detected = mutants.filter(({ isDetected }) => isDetected).length
  const listed = mutants.filter((mutant) => !mutant.isDetected && isListed(mutant)).length
  const survived = mutants.length - detected - listed
  const score = `${((100 * detected) / (mutants.length - listed)).toFixed(1)} %`
  const cells = [`${detected}`.padStart(8), `${listed}`.padStart(8), `${survived}`.padStart(10), score.padStart(9)]
  console.log(`${cells.join('')}  ${name}`)
}
for (const { file, line, code, original, replacement } of survivors) {
  console.log(`\nsurvived: ${file}:${line}\n  ${code}\n- ${original}\n+ ${replacement}`)
}
for (const entry of unused) console.log(`\nno longer equivalent, or removed: ${JSON.stringify(entry)}`)
process.exitCode = survivors.length + unused.length > 0 ? 1 : 0
