/** @typedef {'name' | 'givenName' | 'email' | 'mobileNumber'} Field */

/** @type {readonly Field[]} */
export const fields = ['name', 'givenName', 'email', 'mobileNumber']

export const token = 'Atza|lab-token-7f3a.x_y-z'

/**
 * What a customer has in a field. The turn is part of it, so that an answer which reaches the wrong turn shows.
 *
 * @param {Field} field
 * @param {number | string} turn
 */
export function fieldValue(field, turn) {
  return field === 'mobileNumber' ? { countryCode: '+1', phoneNumber: `206 555 ${turn}` } : `${field} of ${turn}`
}

/**
 * The field that a path of the profile API names.
 *
 * @param {string} path
 * @returns {Field | undefined}
 */
export function fieldAt(path) {
  return fields.find((field) => path.endsWith(`/Profile.${field}`))
}

/**
 * A request of the kind that Alexa posts.
 *
 * @param {string} apiEndpoint
 * @param {string} [apiAccessToken]
 */
export function envelopeFor(apiEndpoint, apiAccessToken = token) {
  return {
    version: '1.0',
    session: { new: true, sessionId: 'amzn1.echo-api.session.1', application: {}, user: {} },
    context: { System: { apiEndpoint, apiAccessToken } },
    request: { type: 'LaunchRequest', requestId: 'amzn1.echo-api.request.1', timestamp: '', locale: 'en-US' },
  }
}
