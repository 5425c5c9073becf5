import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { markdownTable } from '../lab/markdown-table.mjs'
import { median } from '../rig/statistics.mjs'
import { inTurns, runIn } from './run-in.mjs'

/** @import { Workshop } from './workshop.mjs' */

const files = (/** @type {string} */ path) => new URL(path, import.meta.url)

/**
 * A way to a tested skill: commands, and the files that a developer writes, which take no time here.
 *
 * @typedef {object} Way
 * @property {string} name
 * @property {(workshop: Workshop, skill: string) => Promise<Record<'created' | 'installed' | 'tested', number>>} work
 */

/** @returns {Way} */
const ours = (/** @type {string} */ framework) => ({
  name: `\`npm create @alexa-profile\`, ${framework}`,
  async work({ home, version, environment }, skill) {
    const created = await runIn(
      home,
      environment,
      'npm',
      ...['create', '--yes', `@alexa-profile@${version}`, skill, '--', '--framework', framework],
    )
    const folder = join(home, skill)
    return {
      created,
      installed: await runIn(folder, environment, 'npm', 'install'),
      tested: await runIn(folder, environment, 'npm', 'test'),
    }
  },
})

/** @type {readonly Way[]} */
const ways = [
  ours('ask-sdk'),
  {
    name: 'ask-sdk, ask-sdk-test and mocha by hand, one test',
    async work({ home, project, environment }, skill) {
      const folder = join(home, skill)
      mkdirSync(folder)
      const created = await runIn(folder, environment, 'npm', 'init', '--yes')
      const installed =
        (await runIn(folder, environment, 'npm', 'install', 'ask-sdk-core@2.14.0', 'ask-sdk-model@1.86.0')) +
        (await runIn(folder, environment, 'npm', 'install', '--save-dev', 'ask-sdk-test@2.7.42', 'mocha@10'))
      for (const file of ['skill.js', 'ask-sdk-test.test.js']) {
        cpSync(join(project, 'first-turn', file), join(folder, 'test', file))
      }
      return { created, installed, tested: await runIn(folder, environment, 'npx', 'mocha') }
    },
  },
  ours('jovo'),
  {
    name: "the packages of Jovo's template by hand, one test",
    async work({ home, project, environment }, skill) {
      const folder = join(home, skill)
      cpSync(files('jovo-template'), folder, { recursive: true })
      cpSync(join(project, 'jovo/tsconfig.json'), join(folder, 'tsconfig.json'))
      cpSync(join(project, 'jovo/src/app.ts'), join(folder, 'src/app.ts'))
      return {
        created: 0,
        installed: await runIn(folder, environment, 'npm', 'install'),
        tested: await runIn(folder, environment, 'npm', 'test'),
      }
    },
  },
]

/**
 * Creates skills in new folders, installs and tests them, as their users do.
 *
 * @param {Workshop} workshop
 * @param {number} rounds
 */
export async function measureCreation(workshop, rounds) {
  const results = await inTurns(ways, rounds, ({ work }, round) => {
    return work(workshop, `skill-${round}-${Math.random().toString(36).slice(2, 8)}`)
  })
  const part = (/** @type {number} */ index, /** @type {'created' | 'installed' | 'tested'} */ name) =>
    median((results[index] ?? []).map((result) => result[name]))
  return markdownTable(
    ways.map(({ name }, index) => ({
      'from nothing to a tested skill': name,
      'create, s': part(index, 'created').toFixed(1),
      '`npm install`, s': part(index, 'installed').toFixed(1),
      'test, s': part(index, 'tested').toFixed(1),
      'in all, s': median(
        (results[index] ?? []).map(({ created, installed, tested }) => created + installed + tested),
      ).toFixed(1),
    })),
  )
}
