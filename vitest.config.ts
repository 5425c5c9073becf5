import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

function foldersOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : []
}

/**
 * One project for each folder of packages/, packages/<name>/compat/ and apps/ that has tests, and one for docs/; `*.test-d.ts` files are type
 * tests. A folder of compat/ has other versions of what its package works with, and its tests may be those of the package.
 * A vitest.config.ts of a folder's own says how its tests run.
 */
const packages = foldersOf('packages')
const compat = packages.flatMap((root) => foldersOf(`${root}/compat`))
const projects = [...packages, ...compat, ...foldersOf('apps'), 'docs'].filter((root) => existsSync(`${root}/test`))

/** What a compat folder has is used by all that its tests import, its package's own source included. */
function versionsOf(root: string): string[] {
  const { dependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { dependencies?: object }
  return compat.includes(root) ? Object.keys(dependencies ?? {}) : []
}

export default defineConfig({
  test: {
    projects: projects.map((root) => ({
      extends: existsSync(`${root}/vitest.config.ts`) ? `${root}/vitest.config.ts` : (true as const),
      root,
      resolve: { dedupe: versionsOf(root) },
      test: {
        name: root.replace(/^(packages|apps)\//, '').replace('/compat/', ':'),
        include: ['{src,test}/**/*.test.ts'],
        // Where a test hangs, nobody minds when it is told; where a machine is busy, 5 s are no proof of anything.
        testTimeout: 30_000,
        hookTimeout: 30_000,
        typecheck: { enabled: true, include: ['test/**/*.test-d.ts'], tsconfig: 'tsconfig.json' },
      },
    })),
  },
})
