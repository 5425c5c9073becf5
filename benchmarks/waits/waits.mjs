/**
 * Measures what a developer waits for, beside tools that do the same job: from nothing to a tested skill, the start of a skill
 * on this machine, a reload, a test file, and a type check. Run it after a build: `pnpm bench waits`. It installs all tools in
 * a temporary folder. `--quick` prints all except the first in less than two minutes. `--only develop` measures one of them, and
 * may be repeated.
 */
import { parseArgs } from 'node:util'
import { writeSection } from '../lab/docs-section.mjs'
import { measureCreation } from './create.mjs'
import { measureDevelopment } from './develop.mjs'
import { measureFirstTurn } from './first-turn.mjs'
import { measureTypeScript } from './typescript.mjs'
import { openWorkshop } from './workshop.mjs'

/** @import { Workshop } from './workshop.mjs' */

const { quick, only } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
}).values

/** @type {Readonly<Record<string, (workshop: Workshop) => Promise<string>>>} */
const measurements = {
  create: (workshop) => measureCreation(workshop, quick ? 1 : 3),
  develop: (workshop) => measureDevelopment(workshop, quick ? { rounds: 1, reloads: 2 } : { rounds: 5, reloads: 3 }),
  'first-turn': (workshop) => measureFirstTurn(workshop, quick ? 3 : 9),
  typescript: (workshop) => measureTypeScript(workshop, quick ? 1 : 5),
}
const wanted = only ?? Object.keys(measurements).filter((name) => !quick || name !== 'create')
const unknown = wanted.find((name) => !Object.hasOwn(measurements, name))
if (unknown !== undefined) {
  throw new Error(`Unknown measurement "${unknown}". Known measurements: ${Object.keys(measurements).join(', ')}`)
}

const workshop = await openWorkshop()
/** @type {string[]} */
const tables = []
try {
  if (wanted.some((name) => name !== 'create')) await workshop.install()
  for (const name of wanted) {
    const startedAt = performance.now()
    tables.push((await measurements[name]?.(workshop)) ?? '')
    console.log(`${name}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s\n\n${tables.at(-1)}\n`)
  }
} finally {
  await workshop.close()
}
if (!quick && only === undefined) writeSection('waits', tables.join('\n\n'), 'docs/performance.md')
console.log(`waits: ${tables.length} tables`)
