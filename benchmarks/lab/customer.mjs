/** @typedef {'name' | 'givenName' | 'email' | 'mobileNumber'} Field */

/** @type {readonly Field[]} */
export const fields = ['name', 'givenName', 'email', 'mobileNumber']

export const token = 'Atza|lab-token-7f3a.x_y-z'

/**
 * Returns the customer's value of a field. It contains the turn, so that a response in the wrong turn is found.
 *
 * @param {Field} field
 * @param {number | string} turn
 */
export function fieldValue(field, turn) {
  return field === 'mobileNumber' ? { countryCode: '+1', phoneNumber: `206 555 ${turn}` } : `${field} of ${turn}`
}

/**
 * Returns the field of a profile API path.
 *
 * @param {string} path
 * @returns {Field | undefined}
 */
export function fieldAt(path) {
  return fields.find((field) => path.endsWith(`/Profile.${field}`))
}

/**
 * Creates a request as Alexa posts it.
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
