import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

function foldersOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : []
}

/**
 * One project for each folder of packages/, packages/<name>/compat/ and apps/ that has tests, and one for docs/, whose snippets/ have tests as
 * well. A folder of compat/ has other versions of what its package works with, and its tests may be those of the package. A vitest.config.ts in
 * a folder says how its tests run.
 * Files named `*.slow.test.ts` run only with `--mode slow`, as in `.ci/run`. `.ci/typecheck.mjs` checks the types of `*.test-d.ts`.
 */
const packages = foldersOf('packages')
const compat = packages.flatMap((root) => foldersOf(`${root}/compat`))
const projects = [...packages, ...compat, ...foldersOf('apps'), 'docs'].filter((root) => existsSync(`${root}/test`))

/** What a compat folder has is used by all that its tests import, its package's own source included. */
function versionsOf(root: string): string[] {
  const { dependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { dependencies?: object }
  return compat.includes(root) ? Object.keys(dependencies ?? {}) : []
}

/**
 * Projects that start a process for each file, because their tests start processes, take over the
 * listeners of servers, or have another version of a framework. The files of other
 * projects share processes, which halves their CPU time: most of it goes into loading frameworks. See vitest.setup.ts.
 */
const isolated = ['packages/cli', 'packages/create', 'packages/nestjs', 'packages/release', 'apps/demo', ...compat]

/** Its own configuration runs its files one after another in one process, where they share an embedded database and the modules that opened it. */
const embedded = 'apps/nestjs-starter'

/** Starts the slowest files first, and the files of one project after each other, so that they find a process to share. */
class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const slowest = ['overload.test', 'demo.slow.test', 'dev-problems.test', '/compat/', '/cli/', '/nestjs/', '/core/']
    const rank = ({ moduleId, project }: TestSpecification) => {
      const at = slowest.findIndex((part) => moduleId.includes(part))
      return [at === -1 ? slowest.length : at, project.name] as const
    }
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => {
      const [a, b] = [rank(one), rank(other)]
      return a[0] - b[0] || a[1].localeCompare(b[1])
    })
  }
}

const isSlow = (file: string) => file.endsWith('.slow.test.ts')
const hasSlowTests = (root: string) =>
  [`${root}/test`, `${root}/snippets`].some(
    (folder) => existsSync(folder) && readdirSync(folder, { encoding: 'utf8', recursive: true }).some(isSlow),
  )

export default defineConfig(({ mode }) => ({
  test: {
    // Most tests wait for something most of the time.
    maxWorkers: 2 * availableParallelism(),
    sequence: { sequencer: SlowestFirst },
    projects: projects
      .filter((root) => mode !== 'slow' || hasSlowTests(root))
      .map((root) => ({
        extends: existsSync(`${root}/vitest.config.ts`) ? `${root}/vitest.config.ts` : (true as const),
        root,
        resolve: { dedupe: versionsOf(root) },
        test: {
          name: root.replace(/^(packages|apps)\//, '').replace('/compat/', ':'),
          include: [`{src,test,snippets}/**/*${mode === 'slow' ? '.slow' : ''}.test.ts`],
          exclude: mode === 'slow' ? configDefaults.exclude : [...configDefaults.exclude, '**/*.slow.test.ts'],
          isolate: isolated.includes(root),
          setupFiles: root === embedded ? [] : [resolve('vitest.setup.ts')],
          // Vitest allows files that run one after another only in a separate group.
          sequence: { groupOrder: root === embedded ? 1 : 0 },
          // Long enough for a busy machine. Only a test that fails waits that long.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 60_000, interval: 10 } },
        },
      })),
  },
}))
