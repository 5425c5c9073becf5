import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CannotRun } from './cannot-run.js'
import { isObject } from './is-object.js'
import { readManifestFile } from './manifest-file.js'
import { parseJson } from './parse-json.js'
import { readTextFile } from './text-file.js'

/** What the emulator needs to know of a skill, from its `skill-package`. */
export interface SkillPackage {
  readonly declaredScopes: readonly string[]
  /** Where ask-cli has deployed the skill from this folder. */
  readonly skillId: string | undefined
  /** Parsed, by locale; from `interactionModels/custom` beside the manifest. */
  readonly interactionModels: Readonly<Record<string, unknown>>
}

/** @throws {CannotRun} when the manifest or an interaction model cannot be read, or declares permissions in another form */
export function readSkillPackage(manifestFile: string, folder: string): SkillPackage {
  const packageFolder = dirname(resolve(folder, manifestFile))
  return {
    declaredScopes: readDeclaredScopes(manifestFile, folder),
    skillId: deployedSkillId(packageFolder),
    interactionModels: readInteractionModels(join(packageFolder, 'interactionModels', 'custom')),
  }
}

/** @throws {CannotRun} */
export function readDeclaredScopes(manifestFile: string, folder: string): string[] {
  const { value, locate } = parseJson(readManifestFile(manifestFile, folder), manifestFile)
  const manifest = isObject(value) ? value.manifest : undefined
  if (!isObject(manifest)) {
    throw new CannotRun(`${manifestFile}: This is not a skill manifest. It must be an object with a member "manifest".`)
  }
  const { permissions = [] } = manifest
  if (!Array.isArray(permissions)) throw wrong(['manifest', 'permissions'])
  return permissions.map((permission: unknown, index) => {
    const name = isObject(permission) ? permission.name : undefined
    if (typeof name !== 'string' || !name.includes(':')) throw wrong(['manifest', 'permissions', index])
    return name
  })

  function wrong(path: readonly (string | number)[]): CannotRun {
    const { line, column } = locate(path)
    const advice = 'Permissions are a list of { "name": "alexa::profile:email:read" }; see alexa-profile check.'
    return new CannotRun(`${manifestFile}:${line}:${column} ${advice}`)
  }
}

function readInteractionModels(folder: string): Record<string, unknown> {
  if (!existsSync(folder)) return {}
  const names = readdirSync(folder).filter((name) => /^[a-z]{2}-[A-Z]{2}\.json$/.test(name))
  return Object.fromEntries(
    names.map((name) => {
      const file = join(folder, name)
      return [name.slice(0, -'.json'.length), parseJson(readTextFile(file, folder, 'an interaction model'), file).value]
    }),
  )
}

/** ask-cli notes it beside the package; what it has written is not ours to complain about. */
function deployedSkillId(packageFolder: string): string | undefined {
  const file = join(packageFolder, '..', '.ask', 'ask-states.json')
  try {
    const { profiles } = JSON.parse(readFileSync(file, 'utf8'))
    const skillId: unknown = profiles.default.skillId
    return typeof skillId === 'string' && skillId !== '' ? skillId : undefined
  } catch {
    return undefined
  }
}
