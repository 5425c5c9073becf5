/**
 * Checks the dependencies of published packages: SECURITY.md names each with its reason, and everything that is installed with them
 * has a permissive licence. Part of the test command. It only reads installed packages.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const licences = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0']

const published = readdirSync('packages')
  .map((folder) => JSON.parse(readFileSync(`packages/${folder}/package.json`, 'utf8')))
  .filter((manifest) => !manifest.private)

const security = readFileSync('SECURITY.md', 'utf8')
const row = (name) => security.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? ''
const unexplained = published.flatMap(({ name, dependencies, peerDependencies, optionalDependencies }) =>
  Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies })
    .filter((dependency) => !row(name).includes(`\`${dependency}\``))
    .map((dependency) => `${name} depends on ${dependency}. Add the reason to its row in SECURITY.md.`),
)

const filters = published.flatMap(({ name }) => ['--filter', name])
const listed = execFileSync('pnpm', [...filters, 'licenses', 'list', '--prod', '--json'], { encoding: 'utf8' })
const unusual = Object.entries(JSON.parse(listed))
  .filter(([licence]) => !licences.includes(licence))
  .flatMap(([licence, packages]) =>
    packages.map(
      ({ name }) =>
        `${name} has the license ${licence}. Check it, and add it to the list in .ci/check-dependencies.mjs if it is permissive.`,
    ),
  )

const findings = [...unexplained, ...unusual]
for (const finding of findings) process.stderr.write(`${finding}\n`)
if (findings.length > 0) process.exitCode = 1
