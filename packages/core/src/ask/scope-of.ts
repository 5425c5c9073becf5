import { unknownName } from '../base/nearest.js'
import { ProfileError } from '../base/profile-error.js'
import { fields, isProfileField, profileFields } from '../fields/fields.js'
import { isScope, knownScopes, type Scope } from '../fields/scopes.js'

/**
 * Returns the permission that a field needs, or the scope itself.
 *
 * @throws {ProfileError} `scope-unknown`, also for a field that needs no permission
 */
export function scopeOf(fieldOrScope: unknown): Scope {
  if (isProfileField(fieldOrScope)) {
    const { scope } = fields[fieldOrScope]
    if (scope !== undefined) return scope.manifest
    throw new ProfileError('scope-unknown', `${fieldOrScope} needs no permission. Leave it out.`)
  }
  if (isScope(fieldOrScope)) return fieldOrScope
  const help = `Pass a field such as 'email', or a scope such as '${fields.email.scope.card}'.`
  if (typeof fieldOrScope !== 'string') throw new ProfileError('scope-unknown', help)
  throw new ProfileError('scope-unknown', unknownName('scope', fieldOrScope, [...profileFields, ...knownScopes], help))
}
