import { own } from '../base/own.js'

const attribute = 'alexaProfile'

/**
 * Adds to the session attributes that the customer declined, so that `respondTo` does not ask again in this session.
 * Also use it for a customer who said yes and still does not share the data.
 */
export function rememberDeclined(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...attributes, [attribute]: { consent: 'declined' } }
}

/** Whether the customer has declined in this session. */
export function hasDeclined(envelope: unknown): boolean {
  try {
    return own(own(own(own(envelope, 'session'), 'attributes'), attribute), 'consent') === 'declined'
  } catch {
    return false
  }
}
