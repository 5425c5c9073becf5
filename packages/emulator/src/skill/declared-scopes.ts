import { isScope, knownScopes, spellingsOf, unknownName } from '@alexa-profile/core'
import { EmulatorError } from '../base/emulator-error.js'
import { permissionNames } from './permission-names.js'

/**
 * The scope that gives a skill the speaker's id. The Person Profile API requires it in addition to the scope of the
 * field.
 *
 * @internal
 */
export const personIdScope = 'alexa::person_id:read'

/** Every scope that a manifest can declare and that a skill can use with the emulator, as the manifest spells it. */
export const everyScope: readonly string[] = [
  ...new Set(knownScopes.map((scope) => spellingsOf(scope).manifest)),
  personIdScope,
]

/**
 * Checks declared scopes.
 *
 * @param declared The scopes that the manifest file declares. These names are also allowed.
 * @throws {EmulatorError} `option-invalid`, `scope-unknown`
 */
export function checkedScopes(scopes: unknown, declared: readonly string[]): ReadonlySet<string> {
  if (!Array.isArray(scopes) || !scopes.every((scope) => typeof scope === 'string')) {
    throw new EmulatorError(
      'option-invalid',
      'The declared scopes must be an array such as ["alexa::profile:email:read"].',
    )
  }
  const unknown = scopes.find((scope) => !permissionNames.includes(scope) && !declared.includes(scope))
  if (unknown !== undefined) throw unknownScope(unknown)
  return new Set(scopes)
}

function unknownScope(scope: string): EmulatorError {
  const manifest = isScope(scope) ? spellingsOf(scope).manifest : undefined
  const detail =
    manifest === undefined
      ? unknownName(
          'scope',
          scope,
          permissionNames,
          'See the permissions of skill.json, such as alexa::profile:email:read.',
        )
      : `Cards spell this scope ${JSON.stringify(scope)}. Write ${JSON.stringify(manifest)}, as the manifest does.`
  return new EmulatorError('scope-unknown', detail)
}
