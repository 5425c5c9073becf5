/**
 * Packs every `apps/*-starter` as a template: the files in git, with the versions of the workspace's catalog. Also packs the
 * instructions for coding agents from the cli package.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('../..', import.meta.url))
const templates = fileURLToPath(new URL('dist/templates', import.meta.url))
const { catalog } = parse(readFileSync(`${root}/pnpm-workspace.yaml`, 'utf8'))

rmSync(templates, { recursive: true, force: true })
for (const starter of readdirSync(`${root}/apps`).filter((name) => name.endsWith('-starter'))) {
  const source = `${root}/apps/${starter}`
  const target = `${templates}/${starter.replace(/-starter$/, '')}`
  const listed = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: source, encoding: 'utf8' })
  for (const file of listed.split('\0').filter((name) => name && existsSync(`${source}/${name}`))) {
    mkdirSync(dirname(`${target}/${file}`), { recursive: true })
    cpSync(`${source}/${file}`, `${target}/${file}`)
  }
  writeFileSync(`${target}/package.json`, withVersions(JSON.parse(readFileSync(`${source}/package.json`, 'utf8'))))

  // npm would apply a .gitignore inside a package and leave it out. In the repository, the root's .gitignore covers the rest.
  const own = existsSync(`${target}/.gitignore`) ? readFileSync(`${target}/.gitignore`, 'utf8') : ''
  rmSync(`${target}/.gitignore`, { force: true })
  writeFileSync(`${target}/_gitignore`, `node_modules/\ndist/\n.env\n${own}`)
}

cpSync(`${root}/packages/cli/skills`, fileURLToPath(new URL('dist/agent-skills', import.meta.url)), { recursive: true })

/**
 * Keeps `workspace:*`, because the version of our packages is known only when they are published. Removes `exports`, which only
 * the demo of this repository needs.
 */
function withVersions({ exports: _, ...manifest }) {
  for (const dependencies of [manifest.dependencies, manifest.devDependencies]) {
    for (const [name, range] of Object.entries(dependencies ?? {})) {
      if (range !== 'catalog:') continue
      if (!catalog[name]) throw new Error(`The catalog of pnpm-workspace.yaml has no ${name}.`)
      dependencies[name] = catalog[name]
    }
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
