/**
 * Plays every fault, on new and on kept connections, with this library and other clients. Writes the tables of
 * docs/reliability.md, and fails if this library breaks a promise. Run it after a build: `pnpm faults`, `pnpm faults --quick`
 * for half of this library's cases, or `pnpm faults 'middle of the body'` for the faults with that name.
 */
import { createCertificate } from '../lab/certificate.mjs'
import { concurrently } from '../lab/concurrently.mjs'
import { writeSection } from '../lab/docs-section.mjs'
import { brokenPromises } from './broken-promises.mjs'
import { listCases } from './case-list.mjs'
import { faultTable, summaryTable } from './fault-tables.mjs'
import { runCase } from './run-case.mjs'

/** @import { Case } from './case-list.mjs' */

/** Concurrent processes. They mostly wait, but more of them would delay each other. */
const atOnce = 12
/** How often a case that breaks a promise is repeated alone on the machine. */
const repeats = 3

const words = process.argv.slice(2)
const quick = words.includes('--quick')
const wanted = words.find((word) => !word.startsWith('--'))
const certificate = createCertificate()

/** @param {Case} one */
async function play(one) {
  const stage = await one.start(certificate, one.once)
  try {
    return { ...one, report: await runCase(one.client, stage, one.kept, certificate.file) }
  } finally {
    await stage.stop()
  }
}

const played = await concurrently(listCases({ quick, wanted }), atOnce, play)
const ourCases = played.filter(({ isOurs }) => isOurs)
let late = 0
let broken = 0
for (const [index, one] of ourCases.entries()) {
  let promises = brokenPromises(one.report)
  if (promises.length === 0) continue
  console.log(
    `${one.point}: ${one.fault} (${one.kept ? 'kept' : 'cold'}${one.once ? ', once' : ''}): ${promises.join('; ')}`,
  )
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const again = await play(one)
    promises = brokenPromises(again.report)
    played[played.indexOf(one)] = again
    ourCases[index] = again
    if (promises.length > 0) break
  }
  console.log(promises.length > 0 ? `  again: ${promises.join('; ')}` : `  not again in ${repeats} repeats alone`)
  if (promises.length > 0) broken += 1
  else late += 1
}

console.log(`${summaryTable(played)}\n`)
const kept = `${ourCases.length - broken} of ${ourCases.length} cases kept every promise`
const repeated = late > 0 ? ` (${late} of them when repeated alone, on a busy machine)` : ''
if (quick || wanted !== undefined) {
  console.log(faultTable(played))
} else {
  const details = `<details>\n<summary>Every fault</summary>\n\n${faultTable(played)}\n\n</details>`
  writeSection('faults', `${summaryTable(played)}\n\nalexa-profile: ${kept}${repeated}.\n\n${details}`)
}
console.log(`faults: ${kept}${repeated}`)
process.exit(broken > 0 ? 1 : 0)
