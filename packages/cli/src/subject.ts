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
  /** The permission that was probably meant; the name itself when it is right, undefined when there is no telling. */
  readonly meant: string | undefined
}

/** What the rules look at. */
export interface Subject {
  readonly use: SkillUse
  readonly scopes: readonly DeclaredScope[]
  /** What is declared, misspelt or not: one mistake is told once. */
  readonly meantScopes: ReadonlySet<string>
  /** What is there, undefined when nothing is. */
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

/** A bare text among the entries has the wrong shape, for which there is a rule, but says what it declares. */
function declaredScopes(permissions: unknown): DeclaredScope[] {
  if (!Array.isArray(permissions)) return []
  return permissions.flatMap((entry: unknown, index) => {
    const name = isObject(entry) ? entry.name : entry
    if (typeof name !== 'string') return []
    const path = isObject(entry) ? ['permissions', index, 'name'] : ['permissions', index]
    return { name, path, meant: meantScope(name) }
  })
}

/** As the manifest spells it, also if the name is a misspelt one of a consent card. */
function meantScope(name: string): string | undefined {
  if (permissionNames.includes(name)) return name
  const meant = manifestSpellingOf(name) ?? nearestName(name, permissionNames)
  if (meant !== undefined || !cardPrefix.test(name)) return meant
  return manifestSpellingOf(nearestName(name, cardSpellings) ?? '')
}

/** How the spellings of consent cards begin, unlike those of manifests. */
const cardPrefix = /^(?:read|write)\b/i

const cardSpellings = knownScopes.filter((scope) => manifestSpellingOf(scope) !== undefined)
