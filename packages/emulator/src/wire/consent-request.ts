import { isObject } from '../base/is-object.js'

/** One permission that a skill asks for by voice. */
export interface ConsentPermission {
  readonly permissionScope: string
  /** Whose consent: the account's, or that of the speaker whom Alexa recognized. */
  readonly consentLevel: 'ACCOUNT' | 'PERSON'
}

/** What Alexa asks the customer for, in words of its own, because the skill told it to. */
export interface ConsentRequest {
  readonly permissions: readonly ConsentPermission[]
  /** What the skill gets back together with the answer. Absent when it gave none. */
  readonly token?: string
}

/** The connection that asks for consent. @internal */
export const consentConnection = 'connection://AMAZON.AskForPermissionsConsent/2'

type JsonObject = Readonly<Record<string, unknown>>

/** The directives that start any connection. @internal */
export function startConnections({ directives }: { readonly directives?: unknown }): readonly JsonObject[] {
  if (!Array.isArray(directives)) return []
  return directives.filter(isObject).filter(({ type }) => type === 'Connections.StartConnection')
}

/** The directives that start a connection for consent, of whatever version and shape. @internal */
export function consentDirectives(response: { readonly directives?: unknown }): readonly JsonObject[] {
  return startConnections(response).filter(({ uri }) => String(uri).startsWith(consentConnection.slice(0, -2)))
}

/** What a directive asks for: an empty list when that is no list. @internal */
export function requestedPermissions({ input }: JsonObject): readonly unknown[] {
  return isObject(input) && Array.isArray(input.permissionScopes) ? input.permissionScopes : []
}

/** @internal */
export function isConsentPermission(value: unknown): value is ConsentPermission {
  return (
    isObject(value) &&
    typeof value.permissionScope === 'string' &&
    (value.consentLevel === 'ACCOUNT' || value.consentLevel === 'PERSON')
  )
}

/**
 * What a response that breaks no rule makes Alexa ask. With `SEND_ERRORS_ONLY` the skill does not want to hear the
 * answer, and the session is not resumed; that is not emulated.
 *
 * @internal
 */
export function consentRequest(response: { readonly directives?: unknown }): ConsentRequest | undefined {
  const [directive] = consentDirectives(response)
  if (directive === undefined || directive.onCompletion === 'SEND_ERRORS_ONLY') return undefined
  const { token } = directive
  return {
    permissions: requestedPermissions(directive).filter(isConsentPermission),
    ...(typeof token === 'string' && { token }),
  }
}
