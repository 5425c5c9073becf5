import { own } from '../base/own.js'

const attribute = 'alexaProfile'

/**
 * Session attributes that remember a no, so that `respondTo` does not ask again in the session. A yes after which the
 * customer still does not share is such a no as well.
 */
export function rememberRefusal(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...attributes, [attribute]: { consent: 'refused' } }
}

/** Whether the customer said no in the session that this request belongs to. */
export function wasRefused(envelope: unknown): boolean {
  try {
    return own(own(own(own(envelope, 'session'), 'attributes'), attribute), 'consent') === 'refused'
  } catch {
    return false
  }
}
