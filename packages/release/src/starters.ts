import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { usualRegistry } from './consumers/package-managers.js'
import { Results } from './consumers/results.js'
import { startLocalRegistry } from './local-registry.js'
import { type Answer, openInDev } from './open-in-dev.js'
import { print } from './print.js'
import { publishSnapshot } from './release-copy.js'
import { run } from './run.js'
import { starterFrameworks } from './starter-frameworks.js'

/**
 * `pnpm starters`: does what a new user does, with npm alone: `npm create @alexa-profile`, install, test, check, build, open the
 * built skill, and open the skill of `npm run dev`. It works in folders outside of this repository, with packages from a registry
 * on this machine. `--only NAME` runs one framework.
 */
const { only } = parseArgs({ options: { only: { type: 'string' } } }).values

const folder = await mkdtemp(`${tmpdir()}/alexa-profile-starters-`)
const registry = await startLocalRegistry(`${folder}/registry`)
const results = new Results()
try {
  const version = await publishSnapshot(`${folder}/release`, registry)

  const home = `${folder}/home`
  await mkdir(home)
  const settings = { npm_config_userconfig: `${home}/.npmrc`, CI: 'true' }
  await writeFile(
    settings.npm_config_userconfig,
    `registry=${await usualRegistry()}\n@alexa-profile:registry=${registry.url}\n`,
  )
  const npm = (cwd: string, ...args: string[]) => run('npm', args, { cwd, env: settings })

  for (const framework of starterFrameworks().filter((name) => only === undefined || name === only)) {
    const skill = `${home}/${framework}`
    const steps: readonly [column: string, work: () => Promise<unknown>][] = [
      [
        'create',
        () => npm(home, 'create', '--yes', `@alexa-profile@${version}`, framework, '--', '--framework', framework),
      ],
      ['install', () => npm(skill, 'install', '--no-audit', '--no-fund', '--prefer-offline', '--engine-strict')],
      ['test', () => npm(skill, 'test')],
      ['typecheck', () => npm(skill, 'run', 'typecheck')],
      ['check', () => npm(skill, 'run', 'check')],
      ['build', () => npm(skill, 'run', 'build')],
      ['run', async () => assertWelcome(await openBuilt(skill))],
      ['dev', async () => assertWelcome(await openInDev(skill, settings))],
    ]
    for (const [column, work] of steps) {
      print(`${framework}: ${column}`)
      if (!(await results.check({ consumer: framework, column, what: column }, work))) break
    }
  }
} finally {
  await registry.close()
  if (!process.env.KEEP) await rm(folder, { recursive: true, force: true })
}

for (const { consumer, what, failure } of results.failures) print(`\n${consumer}, ${what}:\n${failure}`)
print(`\n${results.table()}\n\n${results.figure()}`)
process.exit(results.failures.length === 0 ? 0 : 1)

/** Opens the built skill, as Lambda or a server runs it, with the installed emulator. */
async function openBuilt(skill: string): Promise<Answer> {
  await copyFile(new URL('../starters/open.mjs', import.meta.url), `${skill}/open.mjs`)
  return JSON.parse(await run('node', ['open.mjs'], { cwd: skill }))
}

function assertWelcome({ speech = 'nothing', violations }: Answer): void {
  if (speech.includes('Table Talk') && violations.length === 0) return
  throw new Error(`The skill said: ${speech} ${JSON.stringify(violations)}`)
}
