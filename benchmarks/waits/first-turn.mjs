import { markdownTable } from '../lab/markdown-table.mjs'
import { median } from '../rig/statistics.mjs'
import { inTurns, runIn } from './run-in.mjs'

/** @import { Workshop } from './workshop.mjs' */

const runners = {
  mocha: ['node_modules/mocha/bin/mocha.js'],
  jest: ['node_modules/jest/bin/jest.js', '--silent'],
}

/** @type {readonly { name: string, file: string, runner: keyof typeof runners }[]} */
const tools = [
  { name: '`@alexa-profile/emulator`', file: 'alexa-profile', runner: 'mocha' },
  { name: 'virtual-alexa 0.7.8', file: 'virtual-alexa', runner: 'mocha' },
  { name: 'ask-sdk-test 2.7.42', file: 'ask-sdk-test', runner: 'mocha' },
  { name: '`@alexa-profile/emulator`', file: 'alexa-profile', runner: 'jest' },
  { name: "Jovo 4's `TestSuite`, with a Jovo skill", file: 'jovo', runner: 'jest' },
]

/**
 * Runs a test file that opens a skill once, from the start of the process to its end. ask-sdk-test needs mocha, and Jovo's
 * `TestSuite` needs jest.
 *
 * @param {Workshop} workshop
 * @param {number} rounds
 */
export async function measureFirstTurn({ project, environment }, rounds) {
  const times = await inTurns(tools, rounds, ({ file, runner }) =>
    runIn(project, environment, process.execPath, ...runners[runner], `first-turn/${file}.test.js`),
  )
  const seconds = times.map((list) => median(list))
  const oursWith = (/** @type {string} */ runner) => seconds[tools.findIndex((tool) => tool.runner === runner)] ?? 0
  return markdownTable(
    tools.map(({ name, runner }, index) => ({
      'a test file that opens a skill': name,
      'test runner': runner,
      s: (seconds[index] ?? 0).toFixed(2),
      'compared with alexa-profile': ((seconds[index] ?? 0) / oursWith(runner)).toFixed(2),
    })),
  )
}
