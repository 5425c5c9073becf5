import { isObject } from '../base/is-object.js'
import type { Directive } from './response.js'

/** One permission that a skill asks for by voice. */
export interface ConsentPermission {
  readonly permissionScope: string
  /** The person whose consent the skill asks for: the customer or the recognized speaker. */
  readonly consentLevel: 'ACCOUNT' | 'PERSON'
}

/** A voice consent: what Alexa asks the customer for, in its own words, because the skill requested it. */
export interface ConsentRequest {
  readonly permissions: readonly ConsentPermission[]
  /** The token that the skill gets back with the consent answer. Absent if the skill sent none. */
  readonly token?: string
}

/** The connection that asks for consent. */
export const consentConnection = 'connection://AMAZON.AskForPermissionsConsent/2'

/** Returns the directives that start any connection. */
export function startConnections(directives: readonly Directive[]): readonly Directive[] {
  return directives.filter(({ type }) => type === 'Connections.StartConnection')
}

/** Returns the directives that start a connection for consent, in any version and shape. */
export function consentDirectives(directives: readonly Directive[]): readonly Directive[] {
  return startConnections(directives).filter(({ uri }) => String(uri).startsWith(consentConnection.slice(0, -2)))
}

/** Returns the permissions that a directive asks for. Empty if `permissionScopes` is not an array. */
export function requestedPermissions({ input }: Directive): readonly unknown[] {
  return isObject(input) && Array.isArray(input.permissionScopes) ? input.permissionScopes : []
}

export function isConsentPermission(value: unknown): value is ConsentPermission {
  return (
    isObject(value) &&
    typeof value.permissionScope === 'string' &&
    (value.consentLevel === 'ACCOUNT' || value.consentLevel === 'PERSON')
  )
}

/**
 * Returns what the directives of a valid response make Alexa ask. With `SEND_ERRORS_ONLY`, the skill does not want the
 * consent answer, and the session is not resumed. The emulator does not support that.
 */
export function consentRequest(directives: readonly Directive[]): ConsentRequest | undefined {
  const [directive] = consentDirectives(directives)
  if (directive === undefined || directive.onCompletion === 'SEND_ERRORS_ONLY') return undefined
  const { token } = directive
  return {
    permissions: requestedPermissions(directive).filter(isConsentPermission),
    ...(typeof token === 'string' && { token }),
  }
}
