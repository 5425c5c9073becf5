import { existsSync } from 'node:fs'
import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { CannotCreate } from './cannot-create.js'
import type { Template } from './templates.js'

/**
 * Copies a template to a folder that is new or empty, and makes it a project of its own: its name is the folder's, and
 * what was a link inside the repository becomes the published version.
 *
 * @param version of this package, which all packages share
 * @throws {CannotCreate} when the folder has something in it, or its name cannot be a package's
 */
export async function createSkill(template: Template, target: string, version: string): Promise<void> {
  const name = basename(target)
  if (!/^[a-z0-9~-][a-z0-9._~-]{0,213}$/.test(name)) {
    throw new CannotCreate(`"${name}" cannot be the name of a package: use small letters, digits, "-", "_" and ".".`)
  }
  await assertFree(target)
  await cp(template.folder, target, { recursive: true })
  await rename(`${target}/_gitignore`, `${target}/.gitignore`)
  const { license: _, ...manifest } = JSON.parse(await readFile(`${target}/package.json`, 'utf8'))
  manifest.name = name
  for (const dependencies of [manifest.dependencies, manifest.devDependencies]) {
    for (const [dependency, range] of Object.entries(dependencies)) {
      if (range === 'workspace:*') dependencies[dependency] = `^${version}`
    }
  }
  await writeFile(`${target}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`)
}

/** @throws {CannotCreate} */
export async function assertFree(target: string): Promise<void> {
  if (!existsSync(target)) return
  const present = await readdir(target).catch(() => [target]) // a file
  if (present.some((file) => file !== '.git')) throw new CannotCreate(`${target} is not empty; choose a new folder.`)
}
