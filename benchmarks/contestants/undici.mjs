/** undici at its best for this: one Pool with as many connections as a turn has fields, kept for 55 s. */
import { Pool } from 'undici'
import { readFields } from './read-fields.mjs'

export function open(envelope) {
  const { apiEndpoint, apiAccessToken } = envelope.context.System
  const connections = Number(process.env.UNDICI_CONNECTIONS ?? 4)
  const pool = new Pool(apiEndpoint, { connections, keepAliveTimeout: 55_000, keepAliveMaxTimeout: 55_000 })
  async function get(field) {
    const { body } = await pool.request({
      method: 'GET',
      path: `/v2/accounts/~current/settings/Profile.${field}`,
      headers: { authorization: `Bearer ${apiAccessToken}`, accept: 'application/json' },
    })
    return body.json()
  }
  return {
    turn: (fields) => readFields(fields, get, true),
  }
}
