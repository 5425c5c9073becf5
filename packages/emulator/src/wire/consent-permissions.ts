import { isObject } from '../base/is-object.js'

/** The permissions of a consent card, an empty list when they are no list; undefined when there is no such card. */
export function consentPermissions({ card }: { readonly card?: unknown }): readonly unknown[] | undefined {
  if (!isObject(card) || card.type !== 'AskForPermissionsConsent') return undefined
  return Array.isArray(card.permissions) ? card.permissions : []
}
