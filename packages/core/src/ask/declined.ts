import { own } from '../base/own.js'

const attribute = 'alexaProfile'

/**
 * Session attributes that remember that the customer declined, so that `respondTo` does not ask again in the session. A
 * customer who accepts and still does not share has declined as well.
 */
export function rememberDeclined(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...attributes, [attribute]: { consent: 'declined' } }
}

/** Whether the customer declined in the session that this request belongs to. */
export function hasDeclined(envelope: unknown): boolean {
  try {
    return own(own(own(own(envelope, 'session'), 'attributes'), attribute), 'consent') === 'declined'
  } catch {
    return false
  }
}
