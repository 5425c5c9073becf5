import { knownScopes, spellingsOf } from '@alexa-profile/core'
import { EmulatorError } from '../base/emulator-error.js'

/** Lets a skill know who speaks; the Person Profile API wants it besides the scope of the field. @internal */
export const personIdScope = 'alexa::person_id:read'

/** What the manifest declares if a test says nothing: every permission that core knows. */
export const everyScope: readonly string[] = [
  ...new Set(knownScopes.map((scope) => spellingsOf(scope).manifest)),
  personIdScope,
]

/** What the emulator knows of the skill: what its manifest says. @internal */
export interface Manifest {
  readonly skillId: string
  readonly declaredScopes: () => ReadonlySet<string>
  declare(scopes: readonly string[]): void
}

/** @internal */
export function createManifest(skillId: string, scopes: readonly string[]): Manifest {
  if (typeof skillId !== 'string' || skillId === '') {
    throw new EmulatorError('option-invalid', 'skill.skillId must be a string such as amzn1.ask.skill.table-talk.')
  }
  let declared = checkedScopes(scopes)
  return {
    skillId,
    declaredScopes: () => declared,
    declare(changed) {
      declared = checkedScopes(changed)
    },
  }
}

function checkedScopes(scopes: readonly string[]): ReadonlySet<string> {
  if (Array.isArray(scopes) && scopes.every((scope) => typeof scope === 'string' && scope.includes(':'))) {
    return new Set(scopes)
  }
  throw new EmulatorError(
    'option-invalid',
    'Declared scopes must be an array of strings such as alexa::profile:email:read.',
  )
}
