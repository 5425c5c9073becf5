import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { cp, readFile, rename, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CannotCreate } from './cannot-create.js'
import type { Template } from './templates.js'

/** Instructions for coding agents, which look for them in these folders: Claude Code in its own, most others in the second. */
const agentSkills = fileURLToPath(new URL('../dist/agent-skills', import.meta.url))
const agentFolders = ['.claude', '.agents']

/** Why no skill can be created in this folder; `undefined` when it can. */
export function folderProblem(target: string): string | undefined {
  const name = basename(target)
  if (!/^[a-z0-9~-][a-z0-9._~-]{0,213}$/.test(name)) {
    return `"${name}" cannot be the name of a package: use small letters, digits, "-", "_" and ".".`
  }
  if (isLink(target)) return `${target} is a symbolic link. Choose a new folder, or the one that the link points to.`
  if (!existsSync(target)) return undefined
  try {
    if (readdirSync(target).every((file) => file === '.git')) return undefined
    return `${target} is not empty; choose a new folder.`
  } catch {
    return `${target} is no folder that can be read; choose a new one.`
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

/**
 * Copies a template to a folder that is new or empty, and makes it a project of its own: its name is the folder's, and
 * what was a link inside the repository becomes the published version.
 *
 * @param version of this package, which all packages share
 * @throws {CannotCreate} when the folder has something in it or cannot be written, or its name cannot be a package's
 */
export async function createSkill(template: Template, target: string, version: string): Promise<void> {
  const problem = folderProblem(target)
  if (problem !== undefined) throw new CannotCreate(problem)
  try {
    await cp(template.folder, target, { recursive: true })
    await rename(`${target}/_gitignore`, `${target}/.gitignore`)
    for (const folder of agentFolders) await cp(agentSkills, `${target}/${folder}/skills`, { recursive: true })
    const { license: _, ...manifest } = JSON.parse(await readFile(`${target}/package.json`, 'utf8'))
    manifest.name = basename(target)
    for (const dependencies of [manifest.dependencies, manifest.devDependencies]) {
      for (const [dependency, range] of Object.entries(dependencies)) {
        if (range === 'workspace:*') dependencies[dependency] = `^${version}`
      }
    }
    await writeFile(`${target}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new CannotCreate(`${target} cannot be written: ${error.message}`)
  }
}
