import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EmulatorError } from '../base/emulator-error.js'
import { isObject } from '../base/is-object.js'
import { listOf, memberOf, textOf, textsOf } from '../base/json-value.js'
import { type InteractionModel, readInteractionModel } from './interaction-model.js'

/** What the files of a skill package contain. */
export interface SkillPackage {
  /** The id under which ask-cli has deployed the skill from this folder. Undefined if it has not. */
  readonly skillId: string | undefined
  readonly declaredScopes: readonly string[]
  /** Names such as `SKILL_DISABLED`. */
  readonly subscriptions: readonly string[]
  /** The interfaces of the custom skill, such as `ALEXA_PRESENTATION_APL`. */
  readonly interfaces: readonly string[]
  /** The locales of the publishing information, or else those with an interaction model. */
  readonly locales: readonly string[]
  readonly interactionModels: readonly InteractionModel[]
}

/**
 * Reads a skill package in ask-cli's layout: `skill.json` and `interactionModels/custom/*.json` in the folder, and
 * beside it `.ask/ask-states.json` and `ask-resources.json`, whose event subscriptions ask-cli adds to the manifest. In
 * a project of ask-cli v1, `models/*.json` and `.ask/config` are beside `skill.json`.
 *
 * @param path The folder, or the manifest in it. A relative path starts from the current folder.
 * @throws {EmulatorError} `skill-package-invalid`
 * @see https://developer.amazon.com/en-US/docs/alexa/smapi/ask-cli-intro.html (read 2026-11-28)
 */
export function readSkillPackage(path: string | URL): SkillPackage {
  const file = manifestFile(path)
  const folder = dirname(file)
  const json = readJson(file)
  const manifest = memberOf(json, 'manifest') ?? memberOf(json, 'skillManifest') // ask-cli's first versions wrote the second form.
  if (!isObject(manifest)) throw invalid(file, 'This is not a skill manifest: it has no object "manifest".')
  const interactionModels = readModels(modelFolder(folder))
  const published = memberOf(memberOf(manifest, 'publishingInformation'), 'locales')
  const locales = isObject(published) ? Object.keys(published) : []
  return {
    skillId: deployedSkillId(folder),
    declaredScopes: permissionsOf(manifest, file),
    subscriptions: [...subscriptionsOf(manifest), ...subscriptionsOfResources(folder)],
    interfaces: listOf(memberOf(memberOf(memberOf(manifest, 'apis'), 'custom'), 'interfaces')).flatMap(
      (one) => textOf(memberOf(one, 'type')) ?? [],
    ),
    locales: locales.length > 0 ? locales : interactionModels.map(({ locale }) => locale),
    interactionModels,
  }
}

function manifestFile(path: string | URL): string {
  const found = resolve(pathOf(path))
  const stats = statSync(found, { throwIfNoEntry: false })
  if (stats?.isFile()) return found
  if (stats === undefined) throw invalid(found, 'The folder does not exist.')
  const file = join(found, 'skill.json')
  if (existsSync(file)) return file
  const inside = existsSync(join(found, 'skill-package', 'skill.json')) ? ' Use the folder skill-package in it.' : ''
  throw invalid(found, `This folder has no skill.json.${inside}`)
}

function pathOf(path: unknown): string {
  if (path instanceof URL && path.protocol === 'file:') return fileURLToPath(path)
  if (typeof path === 'string' && path !== '') return path
  throw new EmulatorError('option-invalid', 'skillPackage must be the path of a folder, or a file: URL.')
}

function permissionsOf(manifest: unknown, file: string): readonly string[] {
  const permissions = memberOf(manifest, 'permissions') ?? []
  const names = listOf(permissions).map((permission) => textOf(memberOf(permission, 'name')))
  if (Array.isArray(permissions) && names.every((name) => name?.includes(':'))) return names.map(String)
  throw invalid(file, 'manifest.permissions must be an array of { "name": "alexa::profile:email:read" }.')
}

function subscriptionsOf(manifest: unknown): readonly string[] {
  const subscriptions = listOf(memberOf(memberOf(manifest, 'events'), 'subscriptions'))
  return subscriptions.flatMap((subscription) => textOf(memberOf(subscription, 'eventName')) ?? [])
}

function subscriptionsOfResources(folder: string): readonly string[] {
  const profile = defaultProfile(join(folder, '..', 'ask-resources.json'))
  const userConfig = memberOf(memberOf(profile, 'skillInfrastructure'), 'userConfig')
  return textsOf(memberOf(memberOf(userConfig, 'skillEvents'), 'subscriptions'))
}

function deployedSkillId(folder: string): string | undefined {
  const deployed = defaultProfile(join(folder, '..', '.ask', 'ask-states.json'))
  const deployedByV1 = defaultProfile(join(folder, '.ask', 'config'), 'deploy_settings')
  // ask-cli v1 wrote an empty id before the first deployment
  return textOf(memberOf(deployed, 'skillId')) ?? (textOf(memberOf(deployedByV1, 'skill_id')) || undefined)
}

/** ask-cli's own files may be missing or from another version. Files that cannot be read count as absent. */
function defaultProfile(file: string, profiles = 'profiles'): unknown {
  try {
    return memberOf(memberOf(JSON.parse(readFileSync(file, 'utf8')), profiles), 'default')
  } catch {
    return undefined
  }
}

/** Returns the folder in which ask-cli keeps the interaction models, or else that of its version 1. */
function modelFolder(folder: string): string {
  const custom = join(folder, 'interactionModels', 'custom')
  return existsSync(custom) ? custom : join(folder, 'models')
}

function readModels(folder: string): readonly InteractionModel[] {
  const names = namesIn(folder).filter((name) => /^[a-z]{2}-[A-Z]{2}\.json$/.test(name))
  return names
    .toSorted()
    .map((name) => readInteractionModel(name.slice(0, -'.json'.length), readJson(join(folder, name))))
}

/** None if there is no such folder. */
function namesIn(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  try {
    return readdirSync(folder)
  } catch (error) {
    throw invalid(folder, String(error), error)
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    throw invalid(file, error instanceof SyntaxError ? `It is not valid JSON: ${error.message}.` : String(error), error)
  }
}

function invalid(file: string, problem: string, cause?: unknown): EmulatorError {
  return new EmulatorError('skill-package-invalid', `Cannot read the skill package. ${file}: ${problem}`, { cause })
}
