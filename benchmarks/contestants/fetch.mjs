import { readFields } from './read-fields.mjs'

export function open(envelope) {
  const { apiEndpoint, apiAccessToken } = envelope.context.System
  async function get(field) {
    const response = await fetch(`${apiEndpoint}/v2/accounts/~current/settings/Profile.${field}`, {
      headers: { authorization: `Bearer ${apiAccessToken}`, accept: 'application/json' },
    })
    return response.json()
  }
  return {
    turn: (fields) => readFields(fields, get, true),
  }
}
