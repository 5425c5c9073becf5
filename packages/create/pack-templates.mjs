/**
 * Packs every `apps/*-starter` as a template: what git has of it, with the versions of the workspace's catalog. Packs the skill for
 * coding agents that comes with the command line, too.
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

  // npm would obey a .gitignore inside a package and leave it out; in the repository, the root's covers the rest
  const own = existsSync(`${target}/.gitignore`) ? readFileSync(`${target}/.gitignore`, 'utf8') : ''
  rmSync(`${target}/.gitignore`, { force: true })
  writeFileSync(`${target}/_gitignore`, `node_modules/\ndist/\n.env\n${own}`)
}

cpSync(`${root}/packages/cli/skills`, fileURLToPath(new URL('dist/agent-skills', import.meta.url)), { recursive: true })

/**
 * `workspace:*` stays: the version of our packages is known only when they are published. `exports` goes: the demo of this
 * repository imports starters, but nobody imports a skill.
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
