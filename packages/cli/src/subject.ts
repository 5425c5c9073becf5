import { knownScopes } from '@alexa-profile/core'
import { isObject } from './is-object.js'
import type { ManifestPath } from './manifest-path.js'
import { nearestName } from './nearest-name.js'
import { manifestSpellingOf, permissionNames } from './permission-names.js'
import type { SkillUse } from './skill-use.js'

/** An entry of `permissions`. */
export interface DeclaredScope {
  readonly name: string
  readonly path: ManifestPath
  /** The permission that was probably meant: the name itself if it is correct, undefined if no name is similar. */
  readonly meant: string | undefined
}

/** The facts that the rules check. */
export interface Subject {
  readonly use: SkillUse
  readonly scopes: readonly DeclaredScope[]
  /** The declared permissions, corrected if misspelt, so that one mistake is reported once. */
  readonly meantScopes: ReadonlySet<string>
  /** Returns the value at a path, or undefined. */
  at(...path: ManifestPath): unknown
}

export function createSubject(manifest: Readonly<Record<string, unknown>>, use: SkillUse): Subject {
  const at = (...path: ManifestPath) => path.reduce<unknown>(member, manifest)
  const scopes = declaredScopes(at('permissions'))
  return { use, scopes, meantScopes: new Set(scopes.flatMap(({ meant }) => meant ?? [])), at }
}

function member(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** An entry that is a string breaks another rule, but it still says which permission it declares. */
function declaredScopes(permissions: unknown): DeclaredScope[] {
  if (!Array.isArray(permissions)) return []
  return permissions.flatMap((entry: unknown, index) => {
    const name = isObject(entry) ? entry.name : entry
    if (typeof name !== 'string') return []
    const path = isObject(entry) ? ['permissions', index, 'name'] : ['permissions', index]
    return { name, path, meant: meantScope(name) }
  })
}

/** The permission as the manifest spells it, even if the name is a misspelt name from a consent card. */
function meantScope(name: string): string | undefined {
  if (permissionNames.includes(name)) return name
  const meant = manifestSpellingOf(name) ?? nearestName(name, permissionNames)
  if (meant !== undefined || !cardPrefix.test(name)) return meant
  return manifestSpellingOf(nearestName(name, cardSpellings) ?? '')
}

/** The beginning of the spellings for consent cards. Those for manifests begin differently. */
const cardPrefix = /^(?:read|write)\b/i

const cardSpellings = knownScopes.filter((scope) => manifestSpellingOf(scope) !== undefined)
