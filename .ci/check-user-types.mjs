/** Compiles the apps of a folder, which use built packages, with users' TypeScript versions and module settings. */
import { spawnSync } from 'node:child_process'

const runs = [
  ['4.6', 'tsconfig.json'],
  ['4.7', 'tsconfig.node16.json'],
  ['4.9', 'tsconfig.json'],
  ['5.4', 'tsconfig.bundler.json'],
  ['5.9', 'tsconfig.node16.json'],
  ['6.0', 'tsconfig.bundler.json'],
  ['7.0', 'tsconfig.node16.json'],
]

for (const [version, config] of runs) {
  const tsc = `node_modules/typescript-${version}/bin/tsc`
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', config], { encoding: 'utf8' })
  if (status === 0) continue
  process.stderr.write(`TypeScript ${version} with ${config}:\n${stdout}`)
  process.exitCode = 1
}
