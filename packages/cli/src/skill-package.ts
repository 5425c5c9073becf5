import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CannotRun } from './cannot-run.js'
import { isObject } from './is-object.js'
import { readManifestFile } from './manifest-file.js'
import { parseJson } from './parse-json.js'
import { readTextFile } from './text-file.js'

/**
 * Finds mistakes in the files of a skill package, with lines and columns, before the emulator reads them.
 *
 * @throws {CannotRun} if the manifest or an interaction model cannot be read, or if permissions have an invalid form
 */
export function checkSkillPackage(manifestFile: string, folder: string): void {
  checkManifest(manifestFile, folder)
  for (const file of interactionModelFiles(manifestFile, folder)) {
    parseJson(readTextFile(file, folder, 'an interaction model'), file)
  }
}

/** The files from which a skill package is read, including files that do not exist yet. */
export function skillPackageFiles(manifestFile: string, folder: string): readonly string[] {
  const manifest = resolve(folder, manifestFile)
  return [
    manifest,
    join(dirname(manifest), '..', 'ask-resources.json'),
    ...modelFolders(manifest),
    ...interactionModelFiles(manifestFile, folder),
  ]
}

function checkManifest(manifestFile: string, folder: string): void {
  const { value, locate } = parseJson(readManifestFile(manifestFile, folder), manifestFile)
  const member =
    isObject(value) && value.manifest === undefined && isObject(value.skillManifest) ? 'skillManifest' : 'manifest'
  const manifest = isObject(value) ? value[member] : undefined
  if (!isObject(manifest)) {
    throw new CannotRun(
      `${manifestFile}: This is not a skill manifest. It must be an object with the member "manifest".`,
    )
  }
  const { permissions = [] } = manifest
  if (!Array.isArray(permissions)) throw wrong([member, 'permissions'])
  for (const [index, permission] of permissions.entries()) {
    const name: unknown = isObject(permission) ? permission.name : undefined
    if (typeof name !== 'string' || !name.includes(':')) throw wrong([member, 'permissions', index])
  }

  function wrong(path: readonly (string | number)[]): CannotRun {
    const { line, column } = locate(path)
    const advice =
      'Permissions must be a list of { "name": "alexa::profile:email:read" }. Run alexa-profile check for details.'
    return new CannotRun(`${manifestFile}:${line}:${column} ${advice}`)
  }
}

function interactionModelFiles(manifestFile: string, folder: string): readonly string[] {
  const models = modelFolders(resolve(folder, manifestFile)).find((path) => existsSync(path))
  if (models === undefined) return []
  return namesIn(models)
    .filter((name) => /^[a-z]{2}-[A-Z]{2}\.json$/.test(name))
    .map((name) => join(models, name))
}

/** None of a folder that cannot be read: the emulator says why. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The first that is there counts: projects of ask-cli v1 have `models` beside the manifest. */
function modelFolders(manifest: string): readonly string[] {
  return [join(dirname(manifest), 'interactionModels', 'custom'), join(dirname(manifest), 'models')]
}
