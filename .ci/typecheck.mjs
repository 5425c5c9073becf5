/**
 * Checks the types of every package once: runs its `typecheck` script with the root's native TypeScript, without starting pnpm for each package.
 * `turbo run typecheck`, which .ci/run also runs, uses each package's own TypeScript.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'

const foldersOf = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : [])
const packages = foldersOf('packages')
const folders = [
  ...packages,
  ...packages.flatMap((name) => foldersOf(`${name}/compat`)),
  ...foldersOf('apps'),
  'benchmarks',
  'docs',
]

const checked = folders.flatMap((folder) => {
  const manifest = `${folder}/package.json`
  const { typecheck } = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')).scripts ?? {}) : {}
  return typecheck === undefined ? [] : [{ folder, typecheck }]
})

const wrong = checked.filter(({ folder, typecheck }) => {
  const PATH = [resolve('node_modules/.bin'), resolve(folder, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const { status } = spawnSync(typecheck, { cwd: folder, shell: true, stdio: 'inherit', env: { ...process.env, PATH } })
  if (status !== 0) process.stderr.write(`The types of ${folder} contain errors.\n`)
  return status !== 0
})

const typeTests = folders
  .filter((folder) => existsSync(`${folder}/test`))
  .flatMap((folder) => readdirSync(`${folder}/test`, { recursive: true }).map((file) => `${folder}/test/${file}`))
  .filter((file) => file.endsWith('.test-d.ts'))
const expectations = typeTests.flatMap(
  (file) => readFileSync(file, 'utf8').match(/\bexpectTypeOf\b.*\(|@ts-expect-error/g) ?? [],
)
process.stdout.write(
  `Types: ${checked.length - wrong.length} of ${checked.length} packages pass, with ${expectations.length} expectations in ${typeTests.length} type test files.\n`,
)
if (wrong.length > 0 || expectations.length === 0) process.exitCode = 1
