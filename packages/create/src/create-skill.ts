import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { cp, readFile, rename, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CannotCreate } from './cannot-create.js'
import type { Template } from './templates.js'

/** Instructions for coding agents. Claude Code looks for them in the first folder, most others in the second. */
const agentSkills = fileURLToPath(new URL('../dist/agent-skills', import.meta.url))
const agentFolders = ['.claude', '.agents']

/** Returns why a skill cannot be created in this folder, or `undefined` if it can. */
export function folderProblem(target: string): string | undefined {
  const name = basename(target)
  if (!/^[a-z0-9~-][a-z0-9._~-]{0,213}$/.test(name)) {
    return `"${name}" cannot be the name of a package. Use lowercase letters, digits, "-", "_" and ".".`
  }
  if (isLink(target))
    return `${target} is a symbolic link. Choose a new folder, or the folder to which the link points.`
  if (!existsSync(target)) return undefined
  try {
    if (readdirSync(target).every((file) => file === '.git')) return undefined
    return `${target} is not empty. Choose a new folder.`
  } catch {
    return `${target} is not a readable folder. Choose a new folder.`
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
 * Copies a template to a new or empty folder, and makes it a separate project: it gets the folder's name, and links
 * inside the repository become the published version.
 *
 * @param version of this package, which all packages share
 * @throws {CannotCreate} if the folder is not empty, cannot be written, or has a name that a package cannot have
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
