import { markdownTable } from '../lab/markdown-table.mjs'
import { median } from '../rig/statistics.mjs'
import { inTurns, runIn } from './run-in.mjs'

/** @import { Workshop } from './workshop.mjs' */

const settings = [
  ...['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'preserve'],
  ...['--moduleResolution', 'bundler', '--experimentalDecorators', '--types', 'node'],
]
const frameworks = ['ask-sdk', 'jovo']
const versions = [
  { version: '5.9', folder: 'typescript-5' },
  { version: '6.0', folder: 'typescript-6' },
]

/**
 * Checks the types of the same skill with our packages and without them.
 *
 * @param {Workshop} workshop
 * @param {number} rounds
 */
export async function measureTypeScript({ project, environment }, rounds) {
  const checks = versions.flatMap((compiler) =>
    frameworks.flatMap((framework) => ['by-hand', 'with-us'].map((way) => ({ ...compiler, framework, way }))),
  )
  const times = await inTurns(checks, rounds, ({ folder, framework, way }) => {
    const compiler = `node_modules/${folder}/bin/tsc`
    return runIn(project, environment, process.execPath, compiler, ...settings, `types/${framework}-${way}.ts`)
  })
  const seconds = times.map((list) => median(list))
  return markdownTable(
    checks.flatMap(({ version, framework, way }, index) => {
      const [without = 0, withUs = 0] = seconds.slice(index, index + 2)
      if (way !== 'by-hand') return []
      return [
        {
          '`tsc --noEmit`': `TypeScript ${version}, ${framework === 'jovo' ? 'Jovo 4' : framework} skill`,
          'without alexa-profile, s': without.toFixed(1),
          'with alexa-profile, s': withUs.toFixed(1),
          ratio: (withUs / without).toFixed(2),
        },
      ]
    }),
  )
}
